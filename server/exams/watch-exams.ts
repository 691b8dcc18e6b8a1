import 'server-only'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { house } from '../house.ts'
import { closeIfOver } from './close-exam.ts'
import { examNow, sameBoot, touch } from './exam-clock.ts'
import { gradeExam } from './grade-exam.ts'
import { clockOf } from './stored-exam.ts'

/** Between two looks at the exams, in milliseconds; sooner when one ends sooner. */
const lookEvery = 5_000
const soonest = 50

const key = Symbol.for('breakwater.exam-watch')
const shelf = globalThis as typeof globalThis & { [key]?: NodeJS.Timeout }

/**
 * From now on grades each exam when its time is up, also one that ended while nobody served. Asked twice, in one process,
 * it watches once.
 */
export function watchExams(): void {
  clearTimeout(shelf[key])
  const look = async () => {
    const wait = await lookAtExams().catch(error => {
      console.error('The exams cannot be looked at:', error)
      return lookEvery
    })
    if (house().closing) return
    shelf[key] = setTimeout(look, wait)
    shelf[key].unref()
  }
  shelf[key] = setTimeout(look, 0)
  shelf[key].unref()
}

/** Closes and grades what is over. Answers when to look again, in milliseconds from now. */
export async function lookAtExams(): Promise<number> {
  const rows = await patiently(() =>
    database().exam.findMany({
      where: { gradedAt: null },
      select: { id: true, endsAt: true, closedAt: true, clockAt: true, clockUptime: true, clockBoot: true },
      orderBy: { endsAt: 'asc' },
    }),
  )
  const machine = house().clock()
  let wait = lookEvery
  for (const { id, endsAt, closedAt, ...row } of rows) {
    const clock = clockOf(row)
    const left = endsAt.getTime() - examNow(clock, machine)
    if (closedAt === null && left > 0) {
      wait = Math.min(wait, left)
      // After a boot the steady count begins anew: from here on the wall clock may be set again.
      if (!sameBoot(clock, machine)) await keepTouch(id, clock, machine)
    } else {
      // One that cannot be graded does not hold up the others.
      await end(id).catch(error => console.error(`Exam ${id} is not graded yet:`, error))
    }
  }
  return Math.max(soonest, wait)
}

async function end(id: string): Promise<void> {
  await closeIfOver(id)
  await gradeExam(id)
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
