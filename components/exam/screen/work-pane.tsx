'use client'

import dynamic from 'next/dynamic'
import { AttemptContext } from '../../workbench/store.ts'
import { useExam, useExamState } from './exam-store.ts'
import { TaskMachine } from './task-machine.tsx'
import { Trouble } from './trouble.tsx'

const DocumentsDrawer = dynamic(() => import('../../documents/drawer.tsx').then(it => it.DocumentsDrawer), {
  ssr: false,
})

/** The machines of the tasks that were shown: each keeps its output and history. The documents lie over them. */
export function WorkPane() {
  const exam = useExam()
  const current = useExamState(state => state.current)
  const opened = useExamState(state => state.opened)
  const documents = useExamState(state => state.documents)
  return (
    <div className="ex-work" data-exam-pane="work">
      {opened.map(number => {
        const machine = exam.machines.get(number)
        const host = exam.view.tasks.find(it => it.number === number)?.host
        if (!machine || host === undefined) return null
        return (
          <AttemptContext key={number} value={machine.attempt}>
            <TaskMachine hosts={machine.hosts} host={host} shown={number === current} />
          </AttemptContext>
        )
      })}
      {!opened.includes(current) && <NotYet task={current} />}
      {documents && <DocumentsDrawer onClose={() => exam.store.change({ do: 'documents', open: false })} />}
    </div>
  )
}

function NotYet({ task }: { task: number }) {
  const { open } = useExam()
  const failed = useExamState(state => state.notOpened === task)
  return (
    <section className="term" aria-label="Terminal">
      <div className="term-bar" />
      {failed ? (
        <div className="ex-not-yet">
          <p>The machine of this task did not open.</p>
          <button className="btn btn-sm" type="button" onClick={() => void open(task)}>
            Try again
          </button>
        </div>
      ) : (
        <p className="ex-not-yet ex-later">The machine of task {task} is being opened.</p>
      )}
      <div className="wb-notices" role="status">
        <Trouble />
      </div>
    </section>
  )
}
