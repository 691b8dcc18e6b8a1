import 'server-only'
import type { TerminalFrame } from '#engine/grade/attempt-view.ts'
import type { ActInput, Answer } from './answer.ts'

export interface RunCommandInput extends ActInput {
  /** `1`, `2`, … */
  readonly terminal: string
  readonly text: string
}

/**
 * Runs a command line and emits its frames: `out` any number of times, then exactly one of `end`, `more`, `refused`.
 * `end` is emitted when the step is stored. Aborting the signal is a Ctrl+C.
 */
export async function runCommand(
  _learner: string,
  _input: RunCommandInput,
  _emit: (frame: TerminalFrame) => void,
  _signal: AbortSignal,
): Promise<void> {
  throw new Error('not built yet')
}

/** Ctrl+C; `stopped` says whether something was running. */
export async function interrupt(
  _learner: string,
  _input: { readonly attempt: string; readonly terminal: string },
): Promise<Answer<{ readonly stopped: boolean }>> {
  throw new Error('not built yet')
}
