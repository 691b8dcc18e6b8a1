import 'server-only'
import type { AttemptHead, HintsView } from '#engine/grade/attempt-view.ts'
import { nextTime, practise, tabOf } from './act.ts'
import type { ActInput, Answer } from './answer.ts'
import { appendStep } from './append-step.ts'
import { hintsView } from './hints-view.ts'
import { refused } from './refusals.ts'

/** Opens the next hint of a check (`check` is its id). Refused as `not-due` when all of its hints are open. */
export async function openHint(
  learner: string,
  input: ActInput & { readonly check: string },
): Promise<Answer<{ readonly head: AttemptHead; readonly hints: readonly HintsView[] }>> {
  return practise(learner, input, async attempt => {
    const hints = attempt.lab.hints.get(input.check)
    if (hints === undefined) return refused('not-found', 'There are no hints for that check.')
    if ((attempt.history.hints.get(input.check) ?? 0) >= hints.length)
      return refused('not-due', 'All hints for this check are open.')
    await appendStep(attempt, { kind: 'hint', at: nextTime(attempt), ...tabOf(input), check: input.check })
    return { ok: true, head: attempt.history.head, hints: hintsView(attempt) }
  })
}
