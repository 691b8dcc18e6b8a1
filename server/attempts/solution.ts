import 'server-only'
import type { AttemptHead } from '#engine/grade/attempt-view.ts'
import { nextTime, practise, tabOf } from './act.ts'
import type { ActInput, Answer, Solution } from './answer.ts'
import { appendStep } from './append-step.ts'
import type { LiveAttempt } from './live-attempt.ts'
import { refused } from './refusals.ts'

type Shown = Answer<{ readonly head: AttemptHead; readonly solution: Solution }>

/** Gives the attempt up, which is remembered, and shows the solution. The attempt can go on being used. */
export async function giveUp(learner: string, input: ActInput): Promise<Shown> {
  return practise(learner, input, async attempt => {
    if (attempt.history.head.status === 'open')
      await appendStep(attempt, { kind: 'give-up', at: nextTime(attempt), ...tabOf(input) })
    return { ok: true, head: attempt.history.head, solution: solutionOf(attempt) }
  })
}

/** The solution of an attempt that is solved or given up; `not-due` before that. */
export async function openSolution(learner: string, input: ActInput): Promise<Shown> {
  return practise(learner, input, async attempt => {
    if (attempt.history.head.status === 'open')
      return refused('not-due', 'The solution opens when the lab is solved or given up.')
    if (!attempt.steps.some(({ kind }) => kind === 'solution'))
      await appendStep(attempt, { kind: 'solution', at: nextTime(attempt), ...tabOf(input) })
    return { ok: true, head: attempt.history.head, solution: solutionOf(attempt) }
  })
}

export function solutionOf({ lab }: Pick<LiveAttempt, 'lab'>): Solution {
  return { explain: lab.explain, script: lab.solution }
}
