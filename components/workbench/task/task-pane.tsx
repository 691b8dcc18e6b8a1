'use client'

import dynamic from 'next/dynamic'
import { type ReactNode, useEffect, useRef } from 'react'
import type { LabCard } from '#engine/grade/attempt-view.ts'
import { CopyButton } from '../../lesson/copy-button.tsx'
import type { TaskTab } from '../state.ts'
import { useAttempt, useWorkbench } from '../store.ts'
import { moveTab } from '../tab-keys.ts'

const Hints = dynamic(() => import('./hints.tsx').then(it => it.Hints), { ssr: false })
const Solution = dynamic(() => import('./solution.tsx').then(it => it.Solution), { ssr: false })

/** The task, its hints, and the solution once it is due. */
export function TaskPane({ lab, host, children }: { lab: LabCard; host: string; children: ReactNode }) {
  const { focus, store } = useAttempt()
  const shown = useWorkbench(state => state.taskTab)
  const hints = useWorkbench(state => state.hints)
  const due = useWorkbench(state => state.head.status !== 'open')
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    focus.set('task', () => body.current?.focus())
  }, [focus])

  const opened = hints.reduce((sum, it) => sum + it.opened.length, 0)
  const count = hints.reduce((sum, it) => sum + it.count, 0)
  const tab = (name: TaskTab, label: ReactNode) => (
    <button
      className="tab"
      type="button"
      role="tab"
      id={`tab-${name}`}
      aria-selected={shown === name}
      aria-controls="task-body"
      tabIndex={shown === name ? 0 : -1}
      onClick={() => store.change({ do: 'task-tab', tab: name })}
    >
      {label}
    </button>
  )
  return (
    <section className="pane pane-a" id="task" data-pane="task" aria-label="Task">
      <div className="tabs">
        <div className="tablist" role="tablist" aria-label="Task and hints" onKeyDown={event => moveTab(event, true)}>
          {tab('task', 'Task')}
          {count > 0 &&
            tab(
              'hints',
              <>
                Hints <span className="count count-plain">{`${opened} of ${count}`}</span>
              </>,
            )}
          {due && tab('solution', 'Solution')}
        </div>
        <span className="tabs-end">
          <span className="meta">
            {lab.points} points, about {lab.minutes} minutes
          </span>
        </span>
      </div>
      <div
        ref={body}
        className={shown === 'hints' ? 'pane-body' : 'pane-body task'}
        id="task-body"
        role="tabpanel"
        aria-labelledby={`tab-${shown}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls can be scrolled by keyboard
        tabIndex={0}
      >
        {shown === 'task' && (
          <>
            <div className="hostline">
              <span aria-hidden="true">$</span>
              <span>ssh {host}</span>
              <CopyButton text={`ssh ${host}`} />
            </div>
            {children}
          </>
        )}
        {shown === 'hints' && <Hints />}
        {shown === 'solution' && <Solution lab={lab.id} />}
      </div>
    </section>
  )
}
