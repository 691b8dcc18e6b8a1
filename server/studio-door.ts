import 'server-only'
import { runningExam } from './exams/running-exam.ts'
import { says } from './http/read-json.ts'
import { isInstructor } from './instructor.ts'
import { instructorOnly } from './instructor-only.ts'
import { currentLearner } from './learner.ts'

/** `exam`: an exam of the same browser runs, and Studio shows what the exam holds back. */
export type StudioDoor = 'open' | 'exam' | 'not-instructor'

export async function studioDoor(): Promise<StudioDoor> {
  if (!(await isInstructor())) return 'not-instructor'
  return (await runningExam(await currentLearner())) === undefined ? 'open' : 'exam'
}

/** The answer to who may not come into Studio now; undefined for who may. */
export async function studioOnly(): Promise<Response | undefined> {
  const refusal = await instructorOnly()
  if (refusal !== undefined) return refusal
  if ((await studioDoor()) === 'open') return undefined
  return says(403, 'An exam of yours is running. Studio opens again when it is over.', 'not-due')
}
