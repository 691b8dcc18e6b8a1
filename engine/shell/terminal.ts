import type { World } from '../cluster/world.ts'

/** Where the next command line would run, as the prompt shows it. */
export interface Prompt {
  readonly user: string
  readonly host: string
  /** The working directory with `~` for the home directory. */
  readonly cwd: string
  readonly sign: '$' | '#'
}

/** How a command line ended. `limited` carries the sentence that was printed. */
export interface Ended {
  readonly exitCode: number
  readonly how: 'finished' | 'interrupted' | 'limited'
  /** A file that `vim`, `vi` or `nano` asked the editor pane to open. */
  readonly open?: { readonly host: string; readonly path: string }
  /** `exit` of the outermost shell. */
  readonly closed?: boolean
  /** `clear`: the screen is to be wiped. */
  readonly clear?: boolean
}

/** What a running line may do to the outside. All output goes through `out`; it is already in the order a tty would show. */
export interface TerminalIo {
  out(text: string): void
  readonly signal: AbortSignal
  /** Milliseconds; resolves early when the signal aborts. A replay hands in one that does not wait. */
  sleep(milliseconds: number): Promise<void>
}

/** Candidates for the word under the cursor: replace `line.slice(from, cursor)` by one of them. */
export interface Completion {
  readonly from: number
  readonly candidates: readonly string[]
}

/** The shell's memory, plain JSON: enough to go on after a restart. */
export interface TerminalState {
  readonly shells: readonly ShellState[]
  readonly history: readonly string[]
}

/** One shell on the stack of `ssh` and `sudo -i`: the last one is in front. */
export interface ShellState {
  readonly host: string
  readonly user: string
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly exported: readonly string[]
  /** `alias` and array declarations as lines to be read again. */
  readonly preamble: string
  readonly functions: Readonly<Record<string, string>>
  readonly lastExit: number
}

export interface TerminalOptions {
  readonly world: World
  /** Seeds `$RANDOM` and generated names. */
  readonly seed: number
  /** Tools that the real exam hosts have but this lab's world does not: each says so in one sentence. */
  readonly state?: TerminalState
}

/** One terminal: a stack of shells over the world's hosts. */
export interface Terminal {
  prompt(): Prompt
  /** True when the text ends inside a quote, a here-document or a compound command, so that the shell would ask for more. */
  needsMore(text: string): boolean
  /** Runs one or more lines. Never throws for what a learner types. */
  run(text: string, io: TerminalIo): Promise<Ended>
  complete(line: string, cursor: number): Completion
  state(): TerminalState
}
