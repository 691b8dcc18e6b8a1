import 'server-only'
import type { AttemptHead } from '#engine/grade/attempt-view.ts'
import type { ActInput, Answer, Solution } from './answer.ts'

/** Gives the attempt up, which is remembered, and shows the solution. The attempt can go on being used. */
export async function giveUp(
  _learner: string,
  _input: ActInput,
): Promise<Answer<{ readonly head: AttemptHead; readonly solution: Solution }>> {
  throw new Error('not built yet')
}

/** The solution of an attempt that is solved or given up; `not-due` before that. */
export async function openSolution(
  _learner: string,
  _input: ActInput,
): Promise<Answer<{ readonly head: AttemptHead; readonly solution: Solution }>> {
  throw new Error('not built yet')
}
