import 'server-only'
import { randomBytes, randomInt } from 'node:crypto'
import type { AttemptView } from '#engine/grade/attempt-view.ts'
import type { LabSource } from '#engine/grade/lab-source.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { isInExam } from '../exams/running-exam.ts'
import { house } from '../house.ts'
import { look } from './act.ts'
import type { Answer } from './answer.ts'
import { limits } from './limits.ts'
import { findAttempt, refresh } from './live-attempt.ts'
import { pinFiles } from './pinned-files.ts'
import { createQueue } from './queue.ts'
import { labInExam, noLab, notFound, ourFault, refusalOf, refused, tooFast } from './refusals.ts'
import { viewOf } from './view.ts'

/**
 * Resumes the learner's newest attempt at a lab, or begins the first. null: no such lab, or it is a task of the exam that
 * is running. Throws what it refuses.
 */
export async function openAttempt(learner: string, labId: string): Promise<AttemptView | null> {
  const source = (await house().library()).find(labId)
  if (await isInExam(learner, labId)) return null
  const id = await opening(learner, async () => {
    const newest = await newestAttempt(learner, labId)
    if (newest !== null) return newest.id
    return source === undefined ? undefined : begin(learner, source, 0)
  })
  return id === undefined ? null : viewAttempt(learner, id)
}

/** A new attempt at a lab, with its next variant; earlier ones stay as they are. */
export async function startAgain(learner: string, labId: string): Promise<Answer<{ readonly view: AttemptView }>> {
  if (!house().acts.take(learner)) return tooFast
  try {
    if (await isInExam(learner, labId)) return labInExam
    const source = (await house().library()).find(labId)
    if (source === undefined) return noLab
    if (
      (await patiently(() => database().attempt.count({ where: { learnerId: learner, examTask: null } }))) >=
      limits.attempts
    )
      return refused('too-many', `You have ${limits.attempts} attempts, which is all that are kept.`)
    const id = await opening(learner, async () => {
      const newest = await newestAttempt(learner, labId)
      return begin(learner, source, newest === null ? 0 : newest.variant + 1)
    })
    const view = await viewAttempt(learner, id)
    return view === null ? notFound : { ok: true, view }
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === undefined) console.error(`Lab ${labId}:`, error)
    return refusal ?? ourFault
  }
}

/** null: no such attempt, or somebody else's, or an exam's, or its lab is a task of the exam that is running. */
export async function viewAttempt(learner: string, attemptId: string): Promise<AttemptView | null> {
  const attempt = await findAttempt(learner, attemptId)
  if (attempt === undefined || attempt.task !== null) return null
  return attempt.inTurn(async () => ((await refresh(attempt)) === 'open' ? viewOf(attempt) : null))
}

/** The same for a page that shows the attempt already: what it may not see is refused with a sentence. */
export async function reloadAttempt(
  learner: string,
  { attempt: id }: { readonly attempt: string },
): Promise<Answer<{ readonly view: AttemptView }>> {
  return look(learner, id, async attempt =>
    attempt.task === null ? { ok: true, view: await viewOf(attempt) } : notFound,
  )
}

/** Two tabs that open a lab at once begin one attempt. */
function opening<T>(learner: string, open: () => Promise<T>): Promise<T> {
  const { openings } = house()
  const queue = openings.get(learner) ?? createQueue()
  openings.set(learner, queue)
  return queue(open)
}

function newestAttempt(learnerId: string, labId: string) {
  return patiently(() =>
    database().attempt.findFirst({
      where: { learnerId, labId, examTask: null },
      orderBy: { startedAt: 'desc' },
      select: { id: true, variant: true },
    }),
  )
}

async function begin(learner: string, source: LabSource, variant: number): Promise<string> {
  const filesHash = await pinFiles(source)
  await patiently(() => database().learner.upsert({ where: { id: learner }, create: { id: learner }, update: {} }))
  const id = randomBytes(16).toString('base64url')
  const data = {
    id,
    learnerId: learner,
    labId: source.id,
    filesHash,
    variant: variant % source.variants.length,
    seed: randomInt(2 ** 31),
    startedAt: new Date(),
  }
  await patiently(() => database().attempt.create({ data, select: { id: true } }))
  return id
}
