import 'server-only'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { house } from '../house.ts'
import { examNow } from './exam-clock.ts'
import { clockOf } from './stored-exam.ts'

export interface RunningExam {
  readonly id: string
  /** What a candidate tells an instructor who gives more time. */
  readonly code: string
  readonly title: string
  /** Milliseconds since the epoch, by the exam's clock. */
  readonly endsAt: number
  readonly now: number
  /** Ids of its labs. */
  readonly labs: readonly string[]
}

/** The learner's exam whose clock runs; there is at most one. */
export async function runningExam(learner: string): Promise<RunningExam | undefined> {
  const row = await patiently(() =>
    database().exam.findFirst({
      where: { learnerId: learner, closedAt: null },
      select: {
        id: true,
        code: true,
        paper: true,
        endsAt: true,
        clockAt: true,
        clockUptime: true,
        clockBoot: true,
        tasks: { select: { attempt: { select: { labId: true } } } },
      },
    }),
  )
  if (row === null) return undefined
  const now = examNow(clockOf(row), house().clock())
  const endsAt = row.endsAt.getTime()
  if (now >= endsAt) return undefined
  const { title } = JSON.parse(row.paper) as { title: string }
  return { id: row.id, code: row.code, title, endsAt, now, labs: row.tasks.map(({ attempt }) => attempt.labId) }
}

/** Whether a lab is a task of the learner's exam that runs now, and so must answer nothing as practice. */
export async function isInExam(learner: string, lab: string): Promise<boolean> {
  return (await runningExam(learner))?.labs.includes(lab) ?? false
}
