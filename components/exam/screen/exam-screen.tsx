'use client'

import { type ReactNode, useEffect, useState } from 'react'
import type { ExamTaskView, ExamView } from '#engine/grade/exam/exam-view.ts'
import { offerCommands } from '../../palette/page-commands.ts'
import { PaneBoundary } from '../../workbench/pane-boundary.tsx'
import { Separator } from '../../workbench/separator.tsx'
import type { ExamActs } from './acts.ts'
import { ExamBar } from './bar.tsx'
import { ExamDock } from './dock.tsx'
import { createExam } from './exam.ts'
import { ExamContext, useExamState } from './exam-store.ts'
import { Notepad } from './notepad.tsx'
import { ExamStatus } from './status-bar.tsx'
import { TaskList } from './task-list.tsx'
import { ExamTask } from './task-pane.tsx'
import { useExamKeys } from './use-exam-keys.ts'
import { useRunning } from './use-running.ts'
import { WorkPane } from './work-pane.tsx'
import '../../workbench/workbench.css'
import '../../workbench/phone.css'
import './clock.css'
import './exam.css'
import './narrow.css'

interface ExamScreenProps {
  readonly view: ExamView
  /** The machine of the task that is shown first; without it, it is fetched. */
  readonly first: ExamTaskView | null
  readonly acts: ExamActs
  /** The tasks, drawn, in their order. */
  readonly tasks: readonly ReactNode[]
}

/** All tasks, the current one, a notepad and its machine under a clock that does not stop. No help and no verdict. */
export function ExamScreen({ view, first, acts, tasks }: ExamScreenProps) {
  const [exam] = useState(() => createExam(view, first, acts))
  useRunning(exam)
  useExamKeys(exam)
  useEffect(() => offerCommands(() => import('./exam-commands.ts').then(it => it.examCommands(exam))), [exam])
  return (
    <ExamContext value={exam}>
      <a className="skip" href="#task">
        Skip to the task
      </a>
      <div className="wb ex" data-exam>
        <ExamBar />
        <Panes>
          <TaskList />
          <div className="ex-panes">
            <div className="ex-task" id="ex-task">
              <PaneBoundary name="task">
                <ExamTask tasks={tasks} />
              </PaneBoundary>
              <Separator axis="y" name="exam-task" label="Height of the task" controls="task" share={0.74} />
              <PaneBoundary name="notepad">
                <Notepad />
              </PaneBoundary>
            </div>
            <Separator axis="x" name="exam-left" label="Width of the task" controls="ex-task" share={0.34} />
            <PaneBoundary name="terminal">
              <WorkPane />
            </PaneBoundary>
          </div>
        </Panes>
        <ExamDock />
        <ExamStatus />
      </div>
    </ExamContext>
  )
}

/** When the time is over nothing is taken any more: what stands here can still be read until the report is there. */
function Panes({ children }: { children: ReactNode }) {
  const shown = useExamState(state => state.pane)
  const ended = useExamState(state => state.over || state.left === 0)
  return (
    <main className="ex-place" id="main">
      <div className="ex-main" data-shown={shown} inert={ended}>
        {children}
      </div>
    </main>
  )
}
