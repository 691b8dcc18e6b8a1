import 'server-only'
import type { Completion } from '#engine/shell/terminal.ts'
import type { Answer } from './answer.ts'

export interface CompleteInput {
  readonly attempt: string
  readonly terminal: string
  readonly line: string
  readonly cursor: number
}

/** Candidates for the word under the cursor. */
export async function complete(
  _learner: string,
  _input: CompleteInput,
): Promise<Answer<{ readonly completion: Completion }>> {
  throw new Error('not built yet')
}

/** Opens one more terminal; its id goes into `runCommand`. */
export async function openTerminalTab(
  _learner: string,
  _input: { readonly attempt: string },
): Promise<Answer<{ readonly id: string; readonly prompt: string }>> {
  throw new Error('not built yet')
}
