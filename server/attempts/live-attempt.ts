import 'server-only'
import type { Lab } from '#engine/grade/lab.ts'
import type { AttemptOrigin, AttemptState } from '#sessions/protocol.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { examNow } from '../exams/exam-clock.ts'
import { house } from '../house.ts'
import { foldHistory, type History, type HistoryStep } from './history.ts'
import { pinnedFiles } from './pinned-files.ts'
import { createQueue, type Queue } from './queue.ts'

/** A step's place in the transcript, without its texts. */
export interface KnownStep extends HistoryStep {
  readonly at: number
  readonly tab?: string
  readonly digest?: string
  /** The state after it is stored. */
  readonly kept: boolean
}

/** A command that runs now. */
export interface RunningCommand {
  /** Something else changed the attempt meanwhile, so a replay may not lead to the same state. */
  overlapped: boolean
  /** Another process wrote to the attempt meanwhile. */
  overtaken: boolean
  readonly ended: Promise<void>
}

/** An attempt in memory: what its row and its steps say, and the last few states. */
export interface LiveAttempt {
  readonly learner: string
  readonly origin: AttemptOrigin
  readonly lab: Lab
  /** The exam's task that it is; null: practice. */
  readonly task: { readonly exam: string; readonly number: number } | null
  readonly steps: KnownStep[]
  history: History
  /** Number of a world step (0: the start) → the state after it. */
  readonly states: Map<number, AttemptState | null>
  readonly running: Map<string, RunningCommand>
  /** Terminals that were opened and not typed in yet. */
  readonly terminals: Set<string>
  /** The size of its steps' texts. */
  texts: number
  /** When an act last counted as the time of an exam's task, by this process's own clock. */
  heardAt: number
  /** Acts on one attempt come one after another. */
  readonly inTurn: Queue
}

/** The learner's attempt, from memory or the database; undefined when there is none or it is somebody else's. */
export async function findAttempt(learner: string, id: string): Promise<LiveAttempt | undefined> {
  const known = house().attempts.get(id)
  if (known !== undefined) return known.learner === learner ? known : undefined
  const row = await patiently(() =>
    database().attempt.findUnique({
      where: { id },
      include: { examTask: { select: { examId: true, number: true } } },
    }),
  )
  if (row === null || row.learnerId !== learner) return undefined
  const pinned = await pinnedFiles(row.labId, row.filesHash)
  const steps = await readSteps(id, 0)
  const [size] = await patiently(
    () =>
      database().$queryRaw<
        { size: bigint }[]
      >`SELECT coalesce(sum(length("text")), 0) AS size FROM "Step" WHERE "attemptId" = ${id}`,
  )
  const loaded: LiveAttempt = {
    learner,
    origin: {
      id,
      labId: row.labId,
      files: pinned.files,
      variant: row.variant,
      seed: row.seed,
      startedAt: row.startedAt.getTime(),
    },
    lab: pinned.variant(row.variant),
    task: row.examTask === null ? null : { exam: row.examTask.examId, number: row.examTask.number },
    steps,
    history: foldHistory(steps),
    states: new Map([[0, null]]),
    running: new Map(),
    terminals: new Set(),
    texts: Number(size?.size ?? 0),
    heardAt: Number.NEGATIVE_INFINITY,
    inTurn: createQueue(),
  }
  // Two requests may have loaded it at once: the first one counts, so that both share its turns.
  const first = house().attempts.get(id)
  if (first !== undefined) return first
  house().attempts.set(id, loaded)
  return loaded
}

/**
 * What may be done with an attempt now: it is `gone`; it is a task of an exam that is `over`; it is practice at a lab that
 * is `in-exam` just now.
 */
export type Standing = 'open' | 'gone' | 'over' | 'in-exam'

/**
 * Takes in what another process wrote.
 * The newest step's number and the exam's end are asked of the database before each act, for another process may have
 * moved them; that is one statement that only looks into indexes.
 */
export async function refresh(attempt: LiveAttempt): Promise<Standing> {
  const { id } = attempt.origin
  const [row] = await patiently(() => (attempt.task === null ? lookAtPractice(id) : lookAtTask(id, attempt.task.exam)))
  if (row === undefined) {
    house().attempts.delete(id)
    return 'gone'
  }
  if (Number(row.seq ?? 0) !== attempt.history.head.seq) {
    attempt.steps.push(...(await readSteps(id, attempt.history.head.seq)))
    attempt.history = foldHistory(attempt.steps)
    for (const command of attempt.running.values()) command.overtaken = true
  }
  if (attempt.task === null) return isRunning(row) ? 'in-exam' : 'open'
  return isRunning(row) ? 'open' : 'over'
}

interface Look {
  readonly seq: bigint | number | null
  /** Of the exam; null: there is none. */
  readonly endsAt: Date | string | null
  readonly closedAt: Date | string | null
  readonly clockAt: Date | string | null
  readonly clockUptime: number | null
  readonly clockBoot: string | null
}

function isRunning({ endsAt, closedAt, clockAt, clockUptime, clockBoot }: Look): boolean {
  if (endsAt === null || clockAt === null || closedAt !== null) return false
  const touched = { clockAt: timeOf(clockAt), clockUptime: Number(clockUptime), clockBoot: clockBoot ?? '' }
  return examNow(touched, house().clock()) < timeOf(endsAt)
}

const timeOf = (value: Date | string) => new Date(value).getTime()

function lookAtTask(id: string, exam: string) {
  return database().$queryRaw<Look[]>`
    SELECT (SELECT max("seq") FROM "Step" WHERE "attemptId" = "Attempt"."id") AS seq,
      "endsAt", "closedAt", "clockAt", "clockUptime", "clockBoot"
    FROM "Attempt" LEFT JOIN "Exam" ON "Exam"."id" = ${exam} WHERE "Attempt"."id" = ${id}`
}

function lookAtPractice(id: string) {
  return database().$queryRaw<Look[]>`
    SELECT (SELECT max("seq") FROM "Step" WHERE "attemptId" = "Attempt"."id") AS seq,
      "endsAt", "closedAt", "clockAt", "clockUptime", "clockBoot"
    FROM "Attempt" LEFT JOIN "Exam" ON "Exam"."learnerId" = "Attempt"."learnerId" AND "Exam"."closedAt" IS NULL
      AND EXISTS (SELECT 1 FROM "ExamTask" JOIN "Attempt" AS own ON own."id" = "ExamTask"."attemptId"
        WHERE "ExamTask"."examId" = "Exam"."id" AND own."labId" = "Attempt"."labId")
    WHERE "Attempt"."id" = ${id}`
}

async function readSteps(attemptId: string, after: number): Promise<KnownStep[]> {
  const rows = await patiently(() =>
    database().step.findMany({
      where: { attemptId, seq: { gt: after } },
      orderBy: { seq: 'asc' },
      select: {
        seq: true,
        kind: true,
        at: true,
        tab: true,
        touched: true,
        solved: true,
        check: true,
        digest: true,
        kept: true,
      },
    }),
  )
  return rows.map(({ seq, kind, at, tab, touched, solved, check, digest, kept }) => ({
    seq,
    kind: kind as HistoryStep['kind'],
    at: at.getTime(),
    kept,
    ...(tab === null ? {} : { tab }),
    ...(touched === null ? {} : { touched }),
    ...(solved === null ? {} : { solved }),
    ...(check === null ? {} : { check }),
    ...(digest === null ? {} : { digest }),
  }))
}
