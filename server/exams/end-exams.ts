import 'server-only'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { house } from '../house.ts'
import { closeIfOver } from './close-exam.ts'
import { examNow, sameBoot, touch } from './exam-clock.ts'
import { gradeExam } from './grade-exam.ts'
import { lookEvery } from './look-every.ts'
import { clockOf } from './stored-exam.ts'

/** When something ends sooner than the next look. In milliseconds. */
const soonest = 50

/** Closes what is over. Answers when to look again, in milliseconds from now. */
export async function endExams(): Promise<number> {
  const rows = await patiently(() =>
    database().exam.findMany({
      where: { closedAt: null },
      select: { id: true, endsAt: true, clockAt: true, clockUptime: true, clockBoot: true },
    }),
  )
  const machine = house().clock()
  const waits = await Promise.all(
    rows.map(async ({ id, endsAt, ...row }) => {
      const clock = clockOf(row)
      const left = endsAt.getTime() - examNow(clock, machine)
      // After a boot the steady count begins anew: from here on the wall clock may be set again.
      if (left > 0 && !sameBoot(clock, machine)) await keepTouch(id, clock, machine)
      if (left <= 0) await closeIfOver(id).catch(error => console.error(`Exam ${id} is not closed yet:`, error))
      return left > 0 ? left : lookEvery
    }),
  )
  return Math.max(soonest, Math.min(lookEvery, ...waits))
}

/** Grades what is closed, one exam after another; one that cannot be graded does not hold up the others. */
export async function gradeExams(): Promise<void> {
  const rows = await patiently(() =>
    database().exam.findMany({
      where: { gradedAt: null, closedAt: { not: null } },
      orderBy: { closedAt: 'asc' },
      select: { id: true },
    }),
  )
  for (const { id } of rows) {
    if (house().closing) return
    await gradeExam(id).catch(error => console.error(`Exam ${id} is not graded yet:`, error))
  }
}

async function keepTouch(id: string, ...[clock, machine]: Parameters<typeof touch>): Promise<void> {
  const { clockAt, ...rest } = touch(clock, machine)
  await patiently(() =>
    database().exam.updateMany({
      where: { id, clockBoot: clock.clockBoot, clockUptime: clock.clockUptime },
      data: { ...rest, clockAt: new Date(clockAt) },
    }),
  )
}
