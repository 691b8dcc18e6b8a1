'use client'

import { Glyph } from '../../ui/glyph.tsx'
import { alertWords, type Mark } from './clock.ts'
import { useExam, useExamState } from './exam-store.ts'

const looks = {
  30: { note: 'note-info', glyph: 'info' },
  15: { note: 'note-warn', glyph: 'warning' },
  5: { note: 'note-miss', glyph: 'error' },
} as const satisfies Record<Mark, object>

/** What is said of the time: at 30, 15 and 5 minutes, shown until it is put away and spoken once, and at the end. */
export function Alert() {
  const mark = useExamState(state => state.alert)
  const ended = useExamState(state => endWords(state.over, state.left))
  return (
    <>
      <p className="vh" role="status">
        {mark === 30 && `${mark} minutes left.`}
      </p>
      <p className="vh" role="alert">
        {ended ?? (mark !== null && mark < 30 && `${mark} minutes left.`)}
      </p>
      {ended !== undefined ? (
        <div className="ex-alert note note-info">
          <Glyph name="info" />
          <p>{ended}</p>
        </div>
      ) : (
        mark !== null && <AtMark mark={mark} />
      )}
    </>
  )
}

function AtMark({ mark }: { mark: Mark }) {
  const { store } = useExam()
  const marks = useExamState(state => state.head.tasks)
  const flagged = marks.filter(it => it.flagged).map(it => it.number)
  return (
    <div className={`ex-alert note ${looks[mark].note}`}>
      <Glyph name={looks[mark].glyph} />
      <p>{alertWords(mark, flagged)}</p>
      <button className="btn btn-sm" type="button" onClick={() => store.change({ do: 'put-away' })}>
        Put away
      </button>
    </div>
  )
}

/** Whether an exam is over says the server; until it answers there is only the time. */
function endWords(over: boolean, left: number): string | undefined {
  if (over) return 'The exam is over. The report is being opened.'
  if (left > 0) return undefined
  return 'The time is over. What was saved is graded; the report opens as soon as the server answers.'
}
