import 'server-only'
import type { AttemptHead, HintsView } from '#engine/grade/attempt-view.ts'
import type { ActInput, Answer } from './answer.ts'

/** Opens the next hint of a check (`check` is its id). Refused as `not-due` when all of its hints are open. */
export async function openHint(
  _learner: string,
  _input: ActInput & { readonly check: string },
): Promise<Answer<{ readonly head: AttemptHead; readonly hints: readonly HintsView[] }>> {
  throw new Error('not built yet')
}
