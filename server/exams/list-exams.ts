import 'server-only'
import type { Blueprint } from '#engine/grade/exam/blueprint.ts'
import type { ExamCard, ExamSummary } from '#engine/grade/exam/exam-view.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { house } from '../house.ts'
import { type RunningExam, runningExam } from './running-exam.ts'

export interface Exams {
  readonly cards: readonly ExamCard[]
  readonly running?: Omit<RunningExam, 'labs'>
  /** Newest first. */
  readonly earlier: readonly ExamSummary[]
}

/** The exams that can be begun, the one that runs, and those that are over. */
export async function listExams(learner: string): Promise<Exams> {
  const [blueprints, running, rows] = await Promise.all([
    house().exams(),
    runningExam(learner),
    patiently(() =>
      database().exam.findMany({
        where: { learnerId: learner },
        orderBy: { startedAt: 'desc' },
        omit: { report: true, notes: true },
      }),
    ),
  ])
  return {
    cards: blueprints.map(cardOf),
    ...(running === undefined ? {} : { running: shown(running) }),
    earlier: rows.filter(({ id }) => id !== running?.id).map(summaryOf),
  }
}

function shown({ labs: _, ...running }: RunningExam): Omit<RunningExam, 'labs'> {
  return running
}

function cardOf({ id, title, summary, minutes, pass, tasks }: Blueprint): ExamCard {
  const count = tasks.reduce((sum, task) => sum + ('lab' in task ? 1 : task.draw.count), 0)
  return { id, title, summary, minutes, pass, tasks: count }
}

function summaryOf(row: {
  readonly id: string
  readonly blueprint: string
  readonly paper: string
  readonly startedAt: Date
  readonly endsAt: Date
  readonly closedAt: Date | null
  readonly score: number | null
  readonly passed: boolean | null
}): ExamSummary {
  const { id, blueprint, startedAt, endsAt, closedAt, score, passed } = row
  const { title, minutes, pass } = JSON.parse(row.paper) as { title: string; minutes: number; pass: number }
  return {
    ...{ id, blueprint, title, minutes, pass },
    startedAt: startedAt.getTime(),
    endedAt: (closedAt ?? endsAt).getTime(),
    ...(score === null ? {} : { score }),
    ...(passed === null ? {} : { passed }),
  }
}
