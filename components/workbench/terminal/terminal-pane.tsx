'use client'

import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { useAttempt, useWorkbench } from '../store.ts'
import { moveTab } from '../tab-keys.ts'
import { PastText } from './past-text.tsx'

const ScreenHost = dynamic(() => import('./screen-host.tsx').then(it => it.ScreenHost), {
  ssr: false,
  loading: () => <PastText />,
})

interface TerminalPaneProps {
  /** One more tab behind the terminals', what it shows, and whether that is shown instead of a terminal. */
  readonly tab?: ReactNode
  readonly children?: ReactNode
  readonly beside?: boolean
}

/** The machine: a tab for each terminal. Until xterm has come, what was on the screen stands there as text. */
export function TerminalPane({ tab, children, beside }: TerminalPaneProps) {
  const { store, openTerminal } = useAttempt()
  const terminals = useWorkbench(state => state.terminals)
  const shown = useWorkbench(state => !beside && state.terminal)
  return (
    <section className="term pane-c" data-pane="terminal" aria-label="Terminal">
      <div className="term-bar">
        <div className="tablist" role="tablist" aria-label="Terminals" onKeyDown={event => moveTab(event, false)}>
          {terminals.map(({ id, prompt }) => (
            <button
              key={id}
              className="term-tab"
              type="button"
              role="tab"
              aria-selected={id === shown}
              tabIndex={id === shown ? 0 : -1}
              onClick={() => store.change({ do: 'terminal-shown', id })}
            >
              <Icon name="terminal" />
              {hostOf(prompt)}
              {terminals.length > 1 && <span className="vh">, terminal {id}</span>}
            </button>
          ))}
          {tab}
        </div>
        <button
          className="btn btn-sm btn-icon"
          type="button"
          aria-label="New terminal"
          onClick={() => void openTerminal()}
        >
          <Icon name="plus" />
        </button>
      </div>
      {terminals.map(({ id, prompt }) => (
        <ScreenHost key={id} id={id} shown={id === shown} label={`Terminal ${id} on ${hostOf(prompt)}`} />
      ))}
      {children}
    </section>
  )
}

function hostOf(prompt: string): string {
  return /@([^:]+):/.exec(prompt)?.[1] ?? 'terminal'
}
