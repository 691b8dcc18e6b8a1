import 'server-only'
import type { LiveAttempt } from '../attempts/live-attempt.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { house } from '../house.ts'
import { touch } from './exam-clock.ts'
import { anyExam, type StoredExam, stateOf, timeIn } from './stored-exam.ts'
import { shareGap } from './time-per-task.ts'

/**
 * Gives the time since the candidate was heard last to the task that was before them, and remembers what is before them
 * now (null: no task). Also touches the exam's clock. It is one statement, and of two tabs that are heard at once only one
 * finds the row as it was, so no time counts twice.
 */
export async function beSeen(exam: StoredExam, task: number | null): Promise<void> {
  const now = Math.min(timeIn(exam), exam.endsAt)
  const { spent, away } = shareGap(exam, now)
  const { clockAt, ...clock } = touch(exam.clock, house().clock())
  const all = exam.tasks.map(it => [it.number, it.spent + (it.number === exam.task ? spent : 0)])
  await patiently(() =>
    database().exam.updateMany({
      where: { id: exam.id, seenAt: new Date(exam.seenAt), closedAt: null },
      data: {
        seenAt: new Date(now),
        present: task !== null,
        ...(task === null ? {} : { task }),
        spent: JSON.stringify(Object.fromEntries(all)),
        away: exam.away + away,
        ...clock,
        clockAt: new Date(clockAt),
      },
    }),
  )
}

/** An act in a task tells like a poll that it is before the candidate; so often is enough, in milliseconds. */
const heardEvery = 10_000

/** Of an act in an exam's attempt. A trouble here is no trouble of the act. */
export async function beHeard(attempt: LiveAttempt): Promise<void> {
  if (attempt.task === null || performance.now() - attempt.heardAt < heardEvery) return
  attempt.heardAt = performance.now()
  try {
    const exam = await anyExam(attempt.task.exam)
    if (exam !== undefined && stateOf(exam) === 'running') await beSeen(exam, attempt.task.number)
  } catch (error) {
    console.error(`Exam ${attempt.task.exam}: the time at task ${attempt.task.number} is not counted:`, error)
  }
}
