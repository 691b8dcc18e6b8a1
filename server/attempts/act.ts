import 'server-only'
import { beHeard } from '../exams/be-seen.ts'
import { house } from '../house.ts'
import type { ActInput, Answer } from './answer.ts'
import { limits } from './limits.ts'
import { findAttempt, type LiveAttempt, refresh, type Standing } from './live-attempt.ts'
import { examOver, labInExam, moved, notFound, notInExam, ourFault, refusalOf, refused, tooFast } from './refusals.ts'

/** Looks at an attempt without adding a step. */
export function look<T>(
  learner: string,
  id: string,
  answer: (attempt: LiveAttempt) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  return guarded(learner, id, attempt =>
    attempt.inTurn(async () => standingRefusal(await refresh(attempt)) ?? answer(attempt)),
  )
}

/** Why an attempt answers nothing now. */
export function standingRefusal(standing: Standing) {
  return standing === 'open' ? undefined : { gone: notFound, over: examOver, 'in-exam': labInExam }[standing]
}

/** An act that adds a step: one after another, and only when its sender has seen what is newest. */
export function act<T>(
  learner: string,
  input: ActInput,
  answer: (attempt: LiveAttempt) => Promise<Answer<T>>,
  /** What has to end before its turn. */
  before: (attempt: LiveAttempt) => Promise<unknown> = async () => {},
): Promise<Answer<T>> {
  return guarded(learner, input.attempt, async attempt => {
    await before(attempt)
    return attempt.inTurn(async () => {
      const refusal = standingRefusal(await refresh(attempt))
      if (refusal !== undefined) return refusal
      if (isStale(attempt, input)) return moved
      if (attempt.steps.length >= limits.steps || attempt.texts > limits.texts)
        return refused('too-many', 'This attempt has grown too long. Start the lab again to go on.')
      await beHeard(attempt)
      return answer(attempt)
    })
  })
}

/** An act that only practice has: in an exam nothing is checked, shown or taken back before the end. */
export function practise<T>(
  learner: string,
  input: ActInput,
  answer: (attempt: LiveAttempt) => Promise<Answer<T>>,
  before: (attempt: LiveAttempt) => Promise<unknown> = async () => {},
): Promise<Answer<T>> {
  return act(
    learner,
    input,
    async attempt => (attempt.task === null ? answer(attempt) : notInExam),
    async attempt => (attempt.task === null ? before(attempt) : undefined),
  )
}

/** Finds the attempt, spares others a learner who sends too much, and turns trouble into sentences. */
async function guarded<T>(
  learner: string,
  id: string,
  answer: (attempt: LiveAttempt) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  if (!house().acts.take(learner)) return tooFast
  try {
    const attempt = await findAttempt(learner, id)
    return attempt === undefined ? notFound : await answer(attempt)
  } catch (error) {
    return troubled(error, id)
  }
}

/** The refusal for an error; a fault of ours goes to the log. */
export function troubled(error: unknown, id: string) {
  const refusal = refusalOf(error)
  if (refusal === undefined || refusal.refused === 'unavailable') console.error(`Attempt ${id}:`, error)
  return refusal ?? ourFault
}

/**
 * Whether the sender has missed something. Commands, edits, checks and hints of its own tab are no surprise to it: they
 * ended while this act was on its way. What moves the head always counts.
 */
export function isStale(attempt: LiveAttempt, { after, tab }: ActInput): boolean {
  if (after > attempt.history.head.seq) return true
  const missed = attempt.steps.filter(({ seq }) => seq > after)
  return missed.some(step => tab === undefined || step.tab !== tab || movesHead.has(step.kind))
}

const movesHead: ReadonlySet<string> = new Set(['undo', 'redo', 'reset'])

/** The world's time for the next step: now, but never before a step that is there. */
export function nextTime(attempt: LiveAttempt): number {
  return Math.max(Date.now(), (attempt.steps.at(-1)?.at ?? attempt.origin.startedAt) + 1)
}

export const tabOf = ({ tab }: Pick<ActInput, 'tab'>) => (tab === undefined ? {} : { tab })
