import 'server-only'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { house } from '../house.ts'
import { touch } from './exam-clock.ts'
import { type StoredExam, timeIn } from './stored-exam.ts'
import { shareGap } from './time-per-task.ts'

/**
 * Gives the time since the candidate was heard last to the task that was before them, and remembers what is before them
 * now (null: no task). Also touches the exam's clock. Of two tabs that are heard at once only one gives the time.
 */
export async function beSeen(exam: StoredExam, task: number | null): Promise<void> {
  const now = Math.min(timeIn(exam), exam.endsAt)
  const { spent, away } = shareGap(exam, now)
  const { clockAt, ...clock } = touch(exam.clock, house().clock())
  try {
    await patiently(() =>
      database().exam.update({
        where: { id: exam.id, seenAt: new Date(exam.seenAt), closedAt: null },
        data: {
          seenAt: new Date(now),
          present: task !== null,
          ...(task === null ? {} : { task }),
          away: { increment: away },
          ...clock,
          clockAt: new Date(clockAt),
          ...(spent === 0
            ? {}
            : {
                tasks: {
                  update: {
                    where: { examId_number: { examId: exam.id, number: exam.task } },
                    data: { spent: { increment: spent } },
                  },
                },
              }),
        },
        select: { id: true },
      }),
    )
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

/** Prisma found no row that fits: another tab was heard first, or the exam is closed. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2025'
}
