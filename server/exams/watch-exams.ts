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
const shelf = globalThis as typeof globalThis & { [key]?: () => void }

/**
 * From now on ends each exam when its time is up, and grades it; also one that ended while nobody served. Asked again in
 * one process, the new watch takes the place of the old one. Grading does not hold up the end of other exams.
 * Answers how to stop it.
 */
export function watchExams(): () => void {
  shelf[key]?.()
  let stopped = false
  let timer: NodeJS.Timeout
  let grading = false
  const look = async () => {
    const wait = await endExams().catch(error => {
      console.error('The exams cannot be looked at:', error)
      return lookEvery
    })
    if (stopped || house().closing) return
    if (!grading) void grade()
    lookIn(wait)
  }
  const grade = async () => {
    grading = true
    await gradeExams().catch(error => console.error('The exams cannot be graded:', error))
    grading = false
  }
  const lookIn = (wait: number) => {
    timer = setTimeout(look, wait)
    timer.unref()
  }
  const stop = () => {
    stopped = true
    clearTimeout(timer)
  }
  lookIn(0)
  shelf[key] = stop
  return stop
}

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
