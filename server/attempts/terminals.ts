import 'server-only'
import type { Completion } from '#engine/shell/terminal.ts'
import { house } from '../house.ts'
import { look } from './act.ts'
import type { Answer } from './answer.ts'
import { headState } from './attempt-state.ts'
import { limits } from './limits.ts'
import { promptText } from './prompt-text.ts'
import { refused } from './refusals.ts'
import { isTerminal } from './run-command.ts'
import { terminalIds } from './view.ts'

export interface CompleteInput {
  readonly attempt: string
  readonly terminal: string
  readonly line: string
  readonly cursor: number
}

/** Candidates for the word under the cursor. */
export async function complete(
  learner: string,
  { attempt: id, terminal, line, cursor }: CompleteInput,
): Promise<Answer<{ readonly completion: Completion }>> {
  if (!isTerminal(terminal)) return refused('not-found', 'There is no such terminal.')
  if (line.length > limits.command) return refused('too-large', 'That is more than a command line holds (64 KiB).')
  return look(learner, id, async attempt => ({
    ok: true,
    completion: await house().sessions.complete(attempt.origin, await headState(attempt), terminal, line, cursor),
  }))
}

/** Opens one more terminal; its id goes into `runCommand`. */
export async function openTerminalTab(
  learner: string,
  { attempt: id }: { readonly attempt: string },
): Promise<Answer<{ readonly id: string; readonly prompt: string }>> {
  return look(learner, id, async attempt => {
    const state = await headState(attempt)
    const taken = terminalIds(attempt, state)
    const free = Array.from({ length: limits.terminals }, (_, index) => `${index + 1}`).find(
      each => !taken.includes(each),
    )
    if (free === undefined)
      return refused('too-many', `${limits.terminals} terminals are open, which is all there can be.`)
    const prompt = promptText(await house().sessions.prompt(attempt.origin, state, free))
    attempt.terminals.add(free)
    return { ok: true, id: free, prompt }
  })
}
