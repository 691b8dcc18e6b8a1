import 'server-only'
import type { Paper } from '#engine/grade/exam/blueprint.ts'
import type { ExamHead, ExamState, ExtraTime } from '#engine/grade/exam/exam-view.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { house } from '../house.ts'
import { examNow, type TouchedClock } from './exam-clock.ts'

/** An exam as the database has it, without its report. Times in milliseconds since the epoch. */
export interface StoredExam {
  readonly id: string
  readonly learner: string
  readonly code: string
  readonly paper: Paper
  readonly extra: ExtraTime
  readonly startedAt: number
  readonly endsAt: number
  readonly finishedAt?: number
  readonly closedAt?: number
  readonly gradedAt?: number
  readonly notes: { readonly text: string; readonly version: number }
  /** Where the candidate was last, and whether that was before them. */
  readonly task: number
  readonly present: boolean
  readonly seenAt: number
  readonly away: number
  readonly clock: TouchedClock
  readonly tasks: readonly StoredTask[]
}

export interface StoredTask {
  readonly number: number
  readonly attempt: string
  readonly weight: number
  readonly flagged: boolean
  readonly done: boolean
  /** Milliseconds that it was before the candidate. */
  readonly spent: number
}

/** An exam of this learner; undefined when there is none or it is somebody else's. */
export async function storedExam(learner: string, id: string): Promise<StoredExam | undefined> {
  const exam = await anyExam(id)
  return exam?.learner === learner ? exam : undefined
}

/** An exam, whoever's. */
export async function anyExam(id: string): Promise<StoredExam | undefined> {
  const row = await patiently(() =>
    database().exam.findUnique({
      where: { id },
      omit: { report: true },
      include: { tasks: { orderBy: { number: 'asc' } } },
    }),
  )
  if (row === null) return undefined
  const spent = JSON.parse(row.spent) as Readonly<Record<number, number>>
  const { learnerId, paper, extra, startedAt, endsAt, finishedAt, closedAt, gradedAt, seenAt } = row
  return {
    id,
    learner: learnerId,
    code: row.code,
    paper: JSON.parse(paper) as Paper,
    extra: extra as ExtraTime,
    startedAt: startedAt.getTime(),
    endsAt: endsAt.getTime(),
    ...(finishedAt === null ? {} : { finishedAt: finishedAt.getTime() }),
    ...(closedAt === null ? {} : { closedAt: closedAt.getTime() }),
    ...(gradedAt === null ? {} : { gradedAt: gradedAt.getTime() }),
    notes: { text: row.notes, version: row.notesVersion },
    task: row.task,
    present: row.present,
    seenAt: seenAt.getTime(),
    away: row.away,
    clock: clockOf(row),
    tasks: row.tasks.map(({ number, attemptId, weight, flagged, done }) => ({
      ...{ number, attempt: attemptId, weight, flagged, done },
      spent: spent[number] ?? 0,
    })),
  }
}

export function clockOf(row: {
  readonly clockAt: Date
  readonly clockUptime: number
  readonly clockBoot: string
}): TouchedClock {
  const { clockAt, clockUptime, clockBoot } = row
  return { clockAt: clockAt.getTime(), clockUptime, clockBoot }
}

/** The exam's time now, in milliseconds since the epoch. */
export function timeIn({ clock }: Pick<StoredExam, 'clock'>): number {
  return examNow(clock, house().clock())
}

export function stateOf(exam: Pick<StoredExam, 'clock' | 'endsAt' | 'closedAt' | 'gradedAt'>): ExamState {
  if (exam.gradedAt !== undefined) return 'graded'
  return exam.closedAt === undefined && timeIn(exam) < exam.endsAt ? 'running' : 'grading'
}

export function headOfExam(exam: StoredExam): ExamHead {
  return {
    state: stateOf(exam),
    now: timeIn(exam),
    endsAt: exam.endsAt,
    tasks: exam.tasks.map(({ number, flagged, done }) => ({ number, flagged, done })),
    notes: exam.notes.version,
  }
}
