'use client'

import { HostCell } from '../../workbench/host-cell.tsx'
import { savedWords } from '../../workbench/saved-words.ts'
import { AttemptContext, useWorkbench } from '../../workbench/store.ts'
import { ReaderCell } from '../../workbench/terminal/reader/reader-cell.tsx'
import { useExam, useExamState } from './exam-store.ts'

/**
 * Where a command would run, which host the task is on, how much of the exam was seen, and whether all is stored.
 * No warning tells when the two hosts differ: an exam does not help.
 */
export function ExamStatus() {
  const { view, machines } = useExam()
  const current = useExamState(state => state.current)
  const opened = useExamState(state => state.opened.includes(current))
  const seen = useExamState(state => state.seen)
  const machine = opened ? machines.get(current) : undefined
  const host = view.tasks.find(it => it.number === current)?.host ?? ''
  const weight = view.tasks.filter(it => seen.includes(it.number)).reduce((sum, it) => sum + it.weight, 0)
  return (
    <footer className="status">
      {machine && (
        <AttemptContext value={machine.attempt}>
          <HostCell />
        </AttemptContext>
      )}
      <span>
        Task {current} host: <b>{host}</b>
      </span>
      <span className="grow" />
      <span className="num">{weight} % of the weight seen</span>
      {machine && (
        <AttemptContext value={machine.attempt}>
          <Saved />
        </AttemptContext>
      )}
      <ReaderCell />
    </footer>
  )
}

function Saved() {
  return <span className="num">{useWorkbench(savedWords)}</span>
}
