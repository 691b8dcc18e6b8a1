import { passTime } from '#engine/cluster/services/falco-service.ts'
import type { Ended, Prompt, TerminalIo } from '#engine/shell/terminal.ts'
import type { WorldStep } from '../protocol.ts'
import type { Engine } from './engine.ts'
import type { LiveAttempt } from './live-attempts.ts'
import { writeFile } from './write-file.ts'

export const firstTerminal = '1'

/** Opens a terminal of an attempt as its state has it. */
export function terminalOf(engine: Engine, attempt: LiveAttempt, id: string, seed = attempt.origin.seed) {
  const state = attempt.terminals.get(id)
  return engine.openTerminal(
    state === undefined ? { world: attempt.world, seed } : { world: attempt.world, seed, state },
  )
}

/**
 * Runs a command line. The shell is opened from its state for every line, with a seed of the step's own:
 * what a step leads to depends on nothing but the state before it and the step, so a replay leads there too.
 */
export async function runCommand(
  engine: Engine,
  attempt: LiveAttempt,
  step: WorldStep & { readonly kind: 'command' },
  io: TerminalIo,
): Promise<{ readonly ended: Ended; readonly prompt: Prompt }> {
  attempt.world.clock = Math.max(attempt.world.clock, step.at)
  const terminal = terminalOf(engine, attempt, step.terminal, seedOf(attempt.origin.seed, step))
  const ended = await terminal.run(step.text, io)
  if (ended.closed) attempt.terminals.delete(step.terminal)
  else attempt.terminals.set(step.terminal, terminal.state())
  return { ended, prompt: (ended.closed ? terminalOf(engine, attempt, step.terminal) : terminal).prompt() }
}

export function applyEdit(attempt: LiveAttempt, step: WorldStep & { readonly kind: 'edit' }): string | undefined {
  attempt.world.clock = Math.max(attempt.world.clock, step.at)
  // What happened before it was saved happened under the old files.
  passTime(attempt.world)
  const refused = writeFile(attempt.world, step)
  passTime(attempt.world)
  return refused
}

/** FNV-1a over the attempt's seed, the terminal and the step's time: 32 bits. */
function seedOf(seed: number, step: WorldStep & { readonly kind: 'command' }): number {
  let hash = 0x811c9dc5 ^ seed
  for (const letter of `${step.terminal} ${step.at}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return hash >>> 0
}
