import 'server-only'
import type { AttemptHead } from '#engine/grade/attempt-view.ts'
import { house } from '../house.ts'
import { act, nextTime, tabOf } from './act.ts'
import type { ActInput, Answer } from './answer.ts'
import { appendStep } from './append-step.ts'
import { headState } from './attempt-state.ts'
import { pathRefusal, textRefusal } from './file-path.ts'
import { refused } from './refusals.ts'

export interface SaveFileInput extends ActInput {
  readonly host: string
  /** Absolute and normalised. */
  readonly path: string
  /** The whole file, at most 1 MiB. */
  readonly text: string
}

/** Stores a whole file as a step. Owner and mode of an existing file stay; a new one is root's, 0644. */
export async function saveFile(learner: string, input: SaveFileInput): Promise<Answer<{ readonly head: AttemptHead }>> {
  const refusal = pathRefusal(input.path) ?? textRefusal(input.text)
  if (refusal !== undefined) return refusal
  return act(learner, input, async attempt => {
    const { host, path, text } = input
    const step = { kind: 'edit', at: nextTime(attempt), host, path, text } as const
    const result = await house().sessions.edit(attempt.origin, await headState(attempt), step)
    if (result.refused !== undefined) return refused('invalid', result.refused)
    const beside = attempt.running.size > 0
    for (const command of attempt.running.values()) command.overlapped = true
    await appendStep(attempt, {
      ...step,
      ...tabOf(input),
      touched: Object.keys(result.changed).length > 0,
      digest: result.digest,
      state: result.state,
      keep: beside,
    })
    return { ok: true, head: attempt.history.head }
  })
}
