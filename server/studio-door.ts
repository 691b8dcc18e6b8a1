import 'server-only'
import { runningExam } from './exams/running-exam.ts'
import { says } from './http/read-json.ts'
import { isInstructor } from './instructor.ts'
import { currentLearner } from './learner.ts'

/** `exam`: an exam of the same browser runs, and Studio shows what the exam holds back. */
export type StudioDoor = 'open' | 'exam' | 'not-instructor'

export async function studioDoor(): Promise<StudioDoor> {
  if (!(await isInstructor())) return 'not-instructor'
  return (await runningExam(await currentLearner())) === undefined ? 'open' : 'exam'
}

/** Why who stands before a closed door may not come in, as a sentence. */
export const closedDoor = {
  exam: 'An exam of yours is running. Studio opens again when it is over.',
  'not-instructor': 'Only an instructor can do this. Sign in as one first.',
} as const

/** The answer to who may not come into Studio now; undefined for who may. */
export async function studioOnly(): Promise<Response | undefined> {
  const door = await studioDoor()
  return door === 'open' ? undefined : says(403, closedDoor[door], 'not-due')
}
