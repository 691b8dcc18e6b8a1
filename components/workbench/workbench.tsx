'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { LabPalette } from '../palette/lab-palette.tsx'
import { TourGate } from '../tour/tour-gate.tsx'
import type { WorkbenchActs, WorkbenchView } from './acts.ts'
import { type Attempt, createAttempt } from './attempt.ts'
import { Bar } from './bar.tsx'
import { Dock } from './dock.tsx'
import { EditorPane } from './editor/editor-pane.tsx'
import { WithFindings } from './findings/with-findings.tsx'
import { Notices } from './notices.tsx'
import { PaneBoundary } from './pane-boundary.tsx'
import { ResultsPane } from './results/results-pane.tsx'
import { Separator } from './separator.tsx'
import { changed, firstState, isDirty, type Pane } from './state.ts'
import { StatusBar } from './status-bar.tsx'
import { AttemptContext, createStore, type Store, useAttempt, useWorkbench } from './store.ts'
import { TaskPane } from './task/task-pane.tsx'
import { TerminalPane } from './terminal/terminal-pane.tsx'
import { useShortcuts } from './use-shortcuts.ts'
import './workbench.css'
import './phone.css'

interface WorkbenchProps {
  readonly view: WorkbenchView
  /** The domain's number in the exam's curriculum, 1 to 6. */
  readonly domain: number | null
  readonly acts: WorkbenchActs
  /** The task, drawn. */
  readonly children: ReactNode
}

/** Task, file, machine and verdict at once. Everything that happens goes through one `Attempt` and its store. */
export function Workbench({ view, domain, acts, children }: WorkbenchProps) {
  const [attempt] = useState(() => createAttempt(view.id, createStore(firstState(view), changed), acts))
  useShortcuts(attempt)
  useUnsavedGuard(attempt)
  return (
    <AttemptContext value={attempt}>
      <a className="skip" href="#task">
        Skip to the task
      </a>
      <TourGate />
      <WithFindings>
        <div className="wb">
          <Bar lab={view.lab} domain={domain} />
          <Panes>
            <div className="wb-col wb-left" id="wb-left">
              <PaneBoundary name="task">
                <TaskPane lab={view.lab} host={view.host}>
                  {children}
                </TaskPane>
              </PaneBoundary>
              <Separator axis="y" name="task" label="Height of the task" controls="task" share={0.46} />
              <PaneBoundary name="results">
                <ResultsPane checks={view.checks} />
              </PaneBoundary>
            </div>
            <Separator axis="x" name="left" label="Width of the task column" controls="wb-left" share={0.31} />
            <div className="wb-col wb-right">
              <PaneBoundary name="editor">
                <EditorPane hosts={view.hosts} host={view.host} />
              </PaneBoundary>
              <Separator axis="y" name="editor" label="Height of the editor" controls="editor" share={0.65} />
              <PaneBoundary name="terminal">
                <TerminalPane />
              </PaneBoundary>
            </div>
          </Panes>
          <Dock />
          <StatusBar host={view.host} />
          <Notices />
          <LabPalette />
        </div>
      </WithFindings>
    </AttemptContext>
  )
}

function Panes({ children }: { children: ReactNode }) {
  const { store } = useAttempt()
  const shown = useWorkbench(state => state.pane)
  return (
    <main className="wb-main" id="main" data-shown={shown} onFocus={event => follow(store, event.target)}>
      {children}
    </main>
  )
}

/** On a phone the pane that takes the focus is the one that is seen. */
function follow({ get, change }: Store, focused: Element) {
  const pane = focused.closest<HTMLElement>('[data-pane]')?.dataset.pane as Pane | undefined
  if (pane !== undefined && pane !== get().pane) change({ do: 'pane', pane })
}

/** Leaving asks first while something typed is not stored. */
function useUnsavedGuard({ store, saveAll }: Attempt) {
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (!store.get().files.some(isDirty)) return
      void saveAll()
      event.preventDefault()
    }
    addEventListener('beforeunload', leaving)
    return () => removeEventListener('beforeunload', leaving)
  }, [store, saveAll])
}
