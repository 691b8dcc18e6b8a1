'use client'

import { useExam, useExamState } from './exam-store.ts'

const panes = [
  { pane: 'tasks', name: 'Tasks' },
  { pane: 'task', name: 'Task' },
  { pane: 'work', name: 'Terminal' },
] as const

/** On a phone one pane is seen at a time; this chooses which. The stylesheet shows it there only. */
export function ExamDock() {
  const { store } = useExam()
  const shown = useExamState(state => state.pane)
  return (
    <nav className="dock only-phone" aria-label="Panes">
      {panes.map(({ pane, name }) => (
        <label key={pane}>
          <input
            type="radio"
            name="dock"
            checked={shown === pane}
            onChange={() => store.change({ do: 'pane', pane })}
          />
          <span>{name}</span>
        </label>
      ))}
    </nav>
  )
}
