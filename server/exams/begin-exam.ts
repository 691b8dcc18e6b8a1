import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Paper } from '#engine/grade/exam/blueprint.ts'
import type { ExtraTime } from '#engine/grade/exam/exam-view.ts'
import { seeded } from '#engine/grade/exam/seeded.ts'
import type { Answer } from '../attempts/answer.ts'
import { limits } from '../attempts/limits.ts'
import { pinFiles } from '../attempts/pinned-files.ts'
import { noLab, refused } from '../attempts/refusals.ts'
import { stopCommands } from '../attempts/stop-commands.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { isUniqueViolation } from '../database/unique-violation.ts'
import { house } from '../house.ts'
import { closeIfOver } from './close-exam.ts'
import { startClock } from './exam-clock.ts'
import { newCode } from './exam-words.ts'

/** Starts the clock over a paper: the exam with an attempt for each task, whole or not at all. */
export async function beginExam(
  learner: string,
  paper: Paper,
  extra: ExtraTime,
): Promise<Answer<{ readonly id: string }>> {
  const library = await house().library()
  const tasks = await Promise.all(
    paper.tasks.map(async ({ lab, variant, weight }) => {
      const source = library.find(lab)
      return source === undefined ? undefined : { source, variant, weight, filesHash: await pinFiles(source) }
    }),
  )
  const before = await patiently(() =>
    database().exam.findMany({ where: { learnerId: learner }, select: { id: true, closedAt: true } }),
  )
  if (before.length >= limits.exams)
    return refused('too-many', `You have ${limits.exams} exams, which is all that are kept.`)
  for (const { id, closedAt } of before) if (closedAt === null) await closeIfOver(id)

  const id = randomBytes(16).toString('base64url')
  const clock = startClock(house().clock())
  const startedAt = new Date(clock.clockAt)
  const attemptSeed = seeded(`${paper.blueprint}\n${paper.seed}\nattempts`)
  const rows = tasks.flatMap((task, index) =>
    task === undefined
      ? []
      : {
          number: index + 1,
          weight: task.weight,
          attempt: {
            create: {
              id: randomBytes(16).toString('base64url'),
              labId: task.source.id,
              variant: task.variant,
              seed: attemptSeed(2 ** 31),
              startedAt,
              learner: { connect: { id: learner } },
              files: { connect: { hash: task.filesHash } },
            },
          },
        },
  )
  if (rows.length < tasks.length) return noLab
  await patiently(() => database().learner.upsert({ where: { id: learner }, create: { id: learner }, update: {} }))
  try {
    await patiently(() =>
      database().exam.create({
        data: {
          id,
          code: newCode(),
          learner: { connect: { id: learner } },
          blueprint: paper.blueprint,
          paper: JSON.stringify(paper),
          extra,
          startedAt,
          endsAt: new Date(clock.clockAt + examLength(paper.minutes, extra)),
          seenAt: startedAt,
          ...{ ...clock, clockAt: startedAt },
          tasks: { create: rows },
        },
        select: { id: true },
      }),
    )
  } catch (error) {
    // Another tab, or another process, began one at the same time.
    if (isUniqueViolation(error)) return refused('not-due', 'An exam is running already. Finish it first.')
    throw error
  }
  await stopPractice(
    learner,
    paper.tasks.map(({ lab }) => lab),
  )
  return { ok: true, id }
}

/** What still runs in practice at these labs could not be interrupted any more. */
async function stopPractice(learner: string, labs: readonly string[]): Promise<void> {
  const own = [...house().attempts.values()].filter(
    ({ learner: whose, task, origin }) => whose === learner && task === null && labs.includes(origin.labId),
  )
  await Promise.all(own.map(stopCommands))
}

/** In milliseconds; `extra` in per cent. */
export function examLength(minutes: number, extra: ExtraTime): number {
  return Math.round(minutes * 60_000 * (1 + extra / 100))
}
