'use client'

import type { Pane } from './state.ts'
import { useAttempt, useWorkbench } from './store.ts'

const panes: readonly { readonly pane: Pane; readonly name: string; readonly mark: string }[] = [
  { pane: 'task', name: 'Task', mark: 'dk-a' },
  { pane: 'editor', name: 'Editor', mark: 'dk-b' },
  { pane: 'terminal', name: 'Terminal', mark: 'dk-c' },
  { pane: 'results', name: 'Results', mark: 'dk-d' },
]

/** On a phone one pane is seen at a time; this chooses which. The stylesheet shows it there only. */
export function Dock() {
  const { store } = useAttempt()
  const shown = useWorkbench(state => state.pane)
  const report = useWorkbench(state => state.report?.report)
  return (
    <nav className="dock only-phone" aria-label="Panes">
      {panes.map(({ pane, name, mark }) => (
        <label key={pane}>
          <input
            type="radio"
            name="dock"
            className={mark}
            checked={shown === pane}
            onChange={() => store.change({ do: 'pane', pane })}
          />
          <span>
            {name}
            {pane === 'results' && report && ` ${report.earned}/${report.of}`}
          </span>
        </label>
      ))}
    </nav>
  )
}
