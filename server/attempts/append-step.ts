import 'server-only'
import type { Prisma } from '#prisma/client.ts'
import type { AttemptState } from '#sessions/protocol.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { isUniqueViolation } from '../database/unique-violation.ts'
import { remember } from './attempt-state.ts'
import { foldHistory, type HistoryStep } from './history.ts'
import { limits } from './limits.ts'
import type { LiveAttempt } from './live-attempt.ts'
import { ExamOver, StepTaken } from './refusals.ts'
import { packState } from './snapshot.ts'

type Columns = Omit<Prisma.StepUncheckedCreateInput, 'attemptId' | 'seq' | 'kind' | 'at' | 'snapshot' | 'kept'>

export interface NewStep extends Columns {
  readonly kind: HistoryStep['kind']
  /** The world's time, in milliseconds since the epoch. */
  readonly at: number
  /** World steps: the state after it. */
  readonly state?: AttemptState
  /** A replay may not lead there, so the state has to be stored. */
  readonly keep?: boolean
}

/**
 * Stores a step as the attempt's newest and moves the head in memory. One statement: it is there whole or not at all.
 * Throws StepTaken when another process was quicker, and ExamOver when the attempt's exam is closed.
 */
export async function appendStep(attempt: LiveAttempt, { state, keep, at, kind, ...columns }: NewStep): Promise<void> {
  const seq = attempt.history.head.seq + 1
  const kept = state !== undefined && (keep === true || snapshotIsDue(attempt))
  const snapshot = kept ? { snapshot: await packState(state), kept } : {}
  const data = { ...columns, ...snapshot, kind, seq, at: new Date(at), attemptId: attempt.origin.id }
  try {
    await patiently(() => database().step.create({ data, select: { seq: true } }))
  } catch (error) {
    if (isUniqueViolation(error)) throw new StepTaken()
    if (isAfterExam(error)) throw new ExamOver()
    throw error
  }
  const { tab, touched, solved, check, digest } = columns
  attempt.steps.push({
    seq,
    kind,
    at,
    kept,
    ...(typeof tab === 'string' ? { tab } : {}),
    ...(typeof touched === 'boolean' ? { touched } : {}),
    ...(typeof solved === 'boolean' ? { solved } : {}),
    ...(typeof check === 'string' ? { check } : {}),
    ...(typeof digest === 'string' ? { digest } : {}),
  })
  attempt.texts += columns.text?.length ?? 0
  attempt.history = foldHistory(attempt.steps)
  if (state !== undefined) remember(attempt, seq, state)
}

function snapshotIsDue(attempt: LiveAttempt): boolean {
  const stored = new Set(attempt.steps.filter(({ kept }) => kept).map(({ seq }) => seq))
  const since = attempt.history.path.length - 1 - attempt.history.path.findLastIndex(seq => stored.has(seq))
  return since + 1 >= limits.snapshotEvery
}

/** The trigger of `0003_exam_end` says so. */
function isAfterExam(error: unknown): boolean {
  return error instanceof Error && JSON.stringify([error.message, error]).includes('exam is over')
}
