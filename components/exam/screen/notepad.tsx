'use client'

import { Icon } from '../../ui/icon.tsx'
import { useExam, useExamState } from './exam-store.ts'
import { isUnsaved } from './notes-saver.ts'

/** Notes for all tasks, kept by the server. */
export function Notepad() {
  const { noted } = useExam()
  const notes = useExamState(state => state.notes)
  return (
    <section className="pane" aria-label="Notepad" data-exam-pane="notes">
      <div className="pane-head">
        <Icon name="note" />
        <h2>Notepad</h2>
        <span className="grow" />
        {notes.failed !== undefined ? (
          <span className="meta ex-failed" role="alert">
            Not saved: {notes.failed}
          </span>
        ) : (
          <span className="meta">{notes.saving || isUnsaved(notes) ? 'saving' : 'kept until the exam ends'}</span>
        )}
      </div>
      <textarea
        className="notepad"
        aria-label="Notepad"
        spellCheck={false}
        data-exam-focus="notes"
        value={notes.text}
        onChange={event => noted(event.target.value)}
      />
    </section>
  )
}
