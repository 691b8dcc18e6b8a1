import type { ExamReport } from '#engine/grade/exam/exam-view.ts'
import type { ListedDomain } from '../../labs/lab-row.ts'
import { costliest } from './costliest.ts'
import { TaskRow } from './task-row.tsx'
import { spelled } from './time-words.ts'

interface TaskListProps {
  readonly report: Pick<ExamReport, 'tasks' | 'away' | 'startedAt'>
  readonly domains: readonly ListedDomain[]
}

/** Every task with its time and points; the two that lost most are open. */
export function TaskList({ report: { tasks, away, startedAt }, domains }: TaskListProps) {
  const open = costliest(tasks, 2)
  const scale = Math.max(1, ...tasks.flatMap(({ spent, budget }) => [spent, budget]))
  return (
    <section aria-labelledby="task-by-task">
      <div className="sec-head">
        <h2 id="task-by-task">Task by task</h2>
        <p>Minutes used, against a budget by weight</p>
        <span className="meta">{away > 0 && `${spelled(away)} between tasks or away`}</span>
      </div>
      {tasks.map(task => (
        <TaskRow
          key={task.number}
          task={task}
          domain={domains.find(it => it.slug === task.domain)?.number}
          scale={scale}
          open={open.includes(task)}
          startedAt={startedAt}
        />
      ))}
    </section>
  )
}
