import type { WorldState } from '#engine/cluster/world.ts'
import type { LabFiles } from '#engine/grade/lab-source.ts'
import type { Report } from '#engine/grade/report.ts'
import type { Completion, Ended, Prompt, TerminalState } from '#engine/shell/terminal.ts'

/** Everything an attempt is at one moment; structured-cloneable. */
export interface AttemptState {
  readonly world: WorldState
  /** Terminal id (`1`, `2`, …) → its shells. */
  readonly terminals: Readonly<Record<string, TerminalState>>
}

/** What never changes in an attempt. */
export interface AttemptOrigin {
  readonly id: string
  readonly labId: string
  readonly files: LabFiles
  readonly variant: number
  /** Seeds `$RANDOM` and generated names. */
  readonly seed: number
  /** The world's time when the attempt began, in milliseconds since the epoch. */
  readonly startedAt: number
}

/** One act that changes the world. `at` is the world's time, in milliseconds since the epoch. */
export type WorldStep =
  | { readonly kind: 'command'; readonly at: number; readonly terminal: string; readonly text: string }
  | { readonly kind: 'edit'; readonly at: number; readonly host: string; readonly path: string; readonly text: string }

/** What a world step led to. */
export interface StepResult {
  readonly ended: Ended
  readonly state: AttemptState
  /** sha256 over the canonical form of the state, hex. */
  readonly digest: string
  /** Paths whose files differ from before the step, by host. */
  readonly changed: Readonly<Record<string, readonly string[]>>
  readonly prompt?: Prompt
  /** Only of an edit that could not be written: why, as a sentence; the state is the one before. */
  readonly refused?: string
}

export interface FileView {
  readonly host: string
  readonly path: string
  /** null: no such file. */
  readonly text: string | null
  /** Why it cannot be edited: a directory, bytes that are no text, too large. */
  readonly refused?: string
}

export interface ListedFile {
  readonly name: string
  readonly kind: 'file' | 'directory' | 'link'
}

/**
 * Runs attempts in worker threads. A worker holds attempts only as a cache: every call hands in the state it starts from,
 * and the state a step ends with is handed back, so that any worker can take the next one.
 * While a command runs, further calls of the same attempt reach the same live world.
 */
export interface Sessions {
  /** Rejects only for faults of ours. `onOutput` is called in order while the line runs. */
  run(
    origin: AttemptOrigin,
    state: AttemptState | null,
    step: WorldStep & { readonly kind: 'command' },
    onOutput: (text: string) => void,
  ): Promise<StepResult>
  edit(
    origin: AttemptOrigin,
    state: AttemptState | null,
    step: WorldStep & { readonly kind: 'edit' },
  ): Promise<StepResult>
  /** Ctrl+C in a terminal; says whether something was running. */
  interrupt(attemptId: string, terminal: string): boolean
  /** Applies steps from the start (or from `state`) without waiting in sleeps and without output. */
  replay(
    origin: AttemptOrigin,
    state: AttemptState | null,
    steps: readonly WorldStep[],
  ): Promise<{ readonly state: AttemptState; readonly digest: string }>
  check(origin: AttemptOrigin, state: AttemptState | null): Promise<Report>
  complete(
    origin: AttemptOrigin,
    state: AttemptState | null,
    terminal: string,
    line: string,
    cursor: number,
  ): Promise<Completion>
  needsMore(origin: AttemptOrigin, state: AttemptState | null, terminal: string, text: string): Promise<boolean>
  prompt(origin: AttemptOrigin, state: AttemptState | null, terminal: string): Promise<Prompt>
  read(origin: AttemptOrigin, state: AttemptState | null, host: string, path: string): Promise<FileView>
  list(origin: AttemptOrigin, state: AttemptState | null, host: string, path: string): Promise<readonly ListedFile[]>
  /** How many threads live, how many calls wait: for the status page and the bench. */
  load(): { readonly threads: number; readonly running: number; readonly waiting: number }
  close(): Promise<void>
}
