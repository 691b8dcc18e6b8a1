'use client'

import { Glyph } from '../../ui/glyph.tsx'
import { useExam, useExamState } from './exam-store.ts'

/** What a candidate has to know about the exam itself: a server that is away, an act that was refused, the end. */
export function Trouble() {
  const { store } = useExam()
  const away = useExamState(state => state.away || state.waiting > 0)
  const ended = useExamState(state => state.left === 0 && !state.over)
  const over = useExamState(state => state.over)
  const said = useExamState(state => state.said)
  if (over) {
    return (
      <div className="note note-info">
        <Glyph name="info" />
        <p>The exam is over. The report is being opened.</p>
      </div>
    )
  }
  return (
    <>
      {ended && (
        <div className="note note-info">
          <Glyph name="info" />
          <p>The time is over. What was saved is graded; the report opens as soon as the server answers.</p>
        </div>
      )}
      {away && !ended && (
        <div className="note note-warn">
          <Glyph name="warning" />
          <p>The server does not answer. The clock goes on by the server’s time, and the page asks again by itself.</p>
        </div>
      )}
      {said !== null && (
        <div className="note note-info">
          <Glyph name="info" />
          <p>{said}</p>
          <button className="btn btn-sm" type="button" onClick={() => store.change({ do: 'say', say: null })}>
            Put away
          </button>
        </div>
      )}
    </>
  )
}
