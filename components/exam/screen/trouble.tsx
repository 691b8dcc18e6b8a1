'use client'

import { Glyph } from '../../ui/glyph.tsx'
import { useExam, useExamState } from './exam-store.ts'

/** What a candidate has to know about the exam itself: a server that is away (`told`: that was said), an act that was refused. */
export function Trouble({ told = false }: { told?: boolean }) {
  const { store } = useExam()
  const away = useExamState(state => state.left > 0 && (told || state.away || state.waiting > 0))
  const said = useExamState(state => state.said)
  return (
    <>
      {away && (
        <div className="note note-warn">
          <Glyph name="warning" />
          <p>
            {!told && 'The server does not answer. '}The clock goes on by the server’s time, and this page asks again by
            itself.
          </p>
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
