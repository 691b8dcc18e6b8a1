import type { Terminal, TerminalOptions } from './terminal.ts'

/** Opens a terminal on a world: as `candidate` on `base`, or where an earlier state left off. */
export function openTerminal(_options: TerminalOptions): Terminal {
  throw new Error('not built yet')
}
