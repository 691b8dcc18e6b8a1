import type { ExamTaskReport } from '#engine/grade/exam/exam-view.ts'
import { DataBar } from '../../ui/data-bar.tsx'
import { Glyph, type GlyphName } from '../../ui/glyph.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Points } from '../../ui/points.tsx'
import { counts, lost } from './costliest.ts'
import { TaskBody } from './task-body.tsx'
import { isOver, minutesOf } from './time-words.ts'

interface TaskRowProps {
  readonly task: ExamTaskReport
  /** Of its domain; left out where the domain is not known any more. */
  readonly domain: number | undefined
  /** Milliseconds at the end of every row's bar. */
  readonly scale: number
  readonly open: boolean
  readonly startedAt: number
}

/** A task in one line, which opens to all that is known of it. */
export function TaskRow({ task, domain, scale, open, startedAt }: TaskRowProps) {
  const { number, title, weight, earned, slips } = task
  const [glyph, word] = shapeOf(task)
  return (
    <details className="rt-row" open={open}>
      <summary className="rt">
        <span className="num muted right">{number}</span>
        <Glyph name={glyph} label={word} />
        <h3 className="rt-name">
          {title} {domain !== undefined && <span className="meta">D{domain}</span>}{' '}
          {slips.length > 0 && <span className="tag">wrong host</span>}
        </h3>
        <TimeUsed task={task} scale={scale} />
        {counts(task) ? <Points got={earned} of={weight} /> : <span className="pts pts-none">left out</span>}
        <Icon name="chevron" className="ic-turn" />
      </summary>
      <TaskBody task={task} startedAt={startedAt} />
    </details>
  )
}

function TimeUsed({ task: { spent, budget }, scale }: Pick<TaskRowProps, 'task' | 'scale'>) {
  const mark = Math.round((budget / scale) * 1000) / 10
  return (
    <span className="rt-time">
      <DataBar
        share={spent / scale}
        label={`${minutesOf(spent)} of ${minutesOf(budget)} minutes`}
        className={isOver(spent, budget) ? 'db-over' : ''}
      >
        <rect className="db-mark" x={mark - 0.6} y="-3" width="1.2" height="14" />
      </DataBar>
      <span aria-hidden="true">
        {minutesOf(spent)} of {minutesOf(budget)}
      </span>
    </span>
  )
}

function shapeOf(task: ExamTaskReport): readonly [GlyphName, string] {
  if (!counts(task)) return ['ungraded', 'Could not be graded']
  if (lost(task) === 0) return ['earned', 'Earned']
  return task.earned > 0 ? ['partly', 'Partly earned'] : ['missed', 'Missed']
}
