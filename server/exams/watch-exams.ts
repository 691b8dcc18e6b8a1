import 'server-only'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { houseShelf } from '../house-shelf.ts'
import { lookEvery } from './look-every.ts'

const key = Symbol.for('breakwater.exam-watch')
const shelf = globalThis as typeof globalThis & { [key]?: () => void }

/**
 * From now on ends each exam when its time is up, and grades it; also one that ended while nobody served. Asked again in
 * one process, the new watch takes the place of the old one. Grading does not hold up the end of other exams.
 * Answers how to stop it.
 *
 * A server that holds no open exam looks at the database alone: what grades is loaded with the first one.
 */
export function watchExams(): () => void {
  shelf[key]?.()
  let stopped = false
  let timer: NodeJS.Timeout
  let grading = false
  const look = async () => {
    const wait = await turn().catch(error => {
      console.error('The exams cannot be looked at:', error)
      return lookEvery
    })
    if (!stopped && houseShelf()?.closing !== true) lookIn(wait)
  }
  const turn = async () => {
    if (!(await anythingToDo())) return lookEvery
    const { endExams, gradeExams } = await import('./end-exams.ts')
    const wait = await endExams()
    if (!(grading || stopped)) void grade(gradeExams)
    return wait
  }
  const grade = async (gradeExams: () => Promise<void>) => {
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

const anythingToDo = () =>
  patiently(async () => (await database().exam.findFirst({ where: { gradedAt: null }, select: { id: true } })) !== null)
