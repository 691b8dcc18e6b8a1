import { useEffect } from 'react'
import type { Exam } from './exam.ts'
import { useStored } from './exam-store.ts'

const every = { look: 250, poll: 15_000, pollAway: 3000, pollEnded: 1000 } as const

/** Keeps a running exam alive: the clock, what other tabs do, the question before leaving, and the way to the report. */
export function useRunning(exam: Exam) {
  useClock(exam)
  useReport(exam)
}

function useClock(exam: Exam) {
  const ended = useStored(exam, state => state.left === 0)
  const away = useStored(exam, state => state.away)
  const over = useStored(exam, state => state.over)

  useEffect(() => {
    const look = setInterval(exam.tick, every.look)
    return () => clearInterval(look)
  }, [exam])

  useEffect(() => {
    if (over) return
    const again = setInterval(
      () => {
        // Nobody looks at a hidden page; whether its time is over matters all the same.
        if (ended || document.visibilityState === 'visible') void exam.poll()
      },
      ended ? every.pollEnded : away ? every.pollAway : every.poll,
    )
    return () => clearInterval(again)
  }, [exam, ended, away, over])

  useEffect(() => {
    const ask = () => void exam.poll()
    void exam.wake()
    document.addEventListener('visibilitychange', ask)
    addEventListener('online', ask)
    addEventListener('pageshow', ask)
    return () => {
      document.removeEventListener('visibilitychange', ask)
      removeEventListener('online', ask)
      removeEventListener('pageshow', ask)
    }
  }, [exam])
}

/** The report comes when the server says that the exam is over, and not before; until then leaving asks first. */
function useReport(exam: Exam) {
  const over = useStored(exam, state => state.over)
  useEffect(() => {
    if (over) return location.replace(`/exam/${exam.view.id}/report`)
    const leaving = (event: BeforeUnloadEvent) => {
      void exam.saveAll()
      event.preventDefault()
    }
    addEventListener('beforeunload', leaving)
    const stay = askBeforeBack()
    return () => {
      removeEventListener('beforeunload', leaving)
      stay()
      void exam.saveAll()
    }
  }, [exam, over])
}

/** Back and forward between pages of ours load nothing anew, so that the browser itself does not ask. */
function askBeforeBack(): () => void {
  if (!('navigation' in window)) return () => {}
  const asks = (event: NavigateEvent) => {
    const { sameDocument, url } = event.destination
    if (!event.cancelable || !sameDocument || new URL(url).pathname === location.pathname) return
    if (!confirm('Leave the exam’s page? The exam goes on, and so does its clock.')) event.preventDefault()
  }
  navigation.addEventListener('navigate', asks)
  return () => navigation.removeEventListener('navigate', asks)
}
