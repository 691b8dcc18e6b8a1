'use client'

import { useState } from 'react'
import { AskDialog } from '../../workbench/ask-dialog.tsx'
import { leftSentence } from './clock.ts'
import { useExam } from './exam-store.ts'

/** Ends the exam, when that is answered with yes. What could not be saved is told before anything ends. */
export function Finish() {
  const exam = useExam()
  const [asking, ask] = useState<string | null>(null)
  const [unsaved, setUnsaved] = useState(false)
  const [busy, setBusy] = useState(false)

  const sentence = () => {
    const { head, left } = exam.store.get()
    return `${openSentence(head.tasks.filter(it => !it.done).length)} ${leftSentence(left)}`
  }
  const finish = async () => {
    setBusy(true)
    const saved = await exam.saveAll()
    if (saved || unsaved) await exam.finish()
    else {
      setUnsaved(true)
      ask(`Something you typed could not be saved, and would not count. ${sentence()}`)
    }
    setBusy(false)
  }
  return (
    <>
      <button className="btn btn-sm" type="button" aria-busy={busy} onClick={() => !busy && ask(sentence())}>
        {busy ? 'Finishing' : 'Finish exam…'}
      </button>
      {asking !== null && (
        <AskDialog
          key={asking}
          title="Finish the exam?"
          act="Finish"
          stay="Go on with the exam"
          onAct={() => void finish()}
          onClose={() => ask(null)}
        >
          {asking}
        </AskDialog>
      )}
    </>
  )
}

function openSentence(count: number): string {
  if (count === 0) return 'All tasks are marked done.'
  return count === 1 ? '1 task is not marked done.' : `${count} tasks are not marked done.`
}
