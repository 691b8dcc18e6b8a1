'use client'

import { Glyph } from '../../ui/glyph.tsx'
import { alertWords } from './clock.ts'
import { useExam, useExamState } from './exam-store.ts'

/** What is said at 30, 15 and 5 minutes: shown until it is put away, and spoken once, the last two at once. */
export function Alert() {
  const { store } = useExam()
  const mark = useExamState(state => state.alert)
  const marks = useExamState(state => state.head.tasks)
  const flagged = marks.filter(it => it.flagged).map(it => it.number)
  const words = mark === null ? null : alertWords(mark, flagged)
  return (
    <>
      <p className="vh" role="status">
        {mark === 30 && `${mark} minutes left.`}
      </p>
      <p className="vh" role="alert">
        {mark !== null && mark < 30 && `${mark} minutes left.`}
      </p>
      {words !== null && (
        <div className={`ex-alert note ${mark === 30 ? 'note-info' : mark === 15 ? 'note-warn' : 'note-miss'}`}>
          <Glyph name={mark === 30 ? 'info' : mark === 15 ? 'warning' : 'error'} />
          <p>{words}</p>
          <button className="btn btn-sm" type="button" onClick={() => store.change({ do: 'put-away' })}>
            Put away
          </button>
        </div>
      )}
    </>
  )
}
