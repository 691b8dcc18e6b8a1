import type { Host, World } from '../../cluster/world.ts'
import type { Identity } from '../files/accounts.ts'
import type { Files } from '../files/files.ts'
import type { Asks } from '../interpreter/shell.ts'
import type { Sink, Source } from '../streams/stream.ts'

/** What a program printed and how it ended. What it streamed before is not repeated here. */
export interface Result {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number
}

/** Everything a program may touch. */
export interface CommandContext {
  readonly name: string
  readonly world: World
  readonly host: Host
  readonly who: Identity
  readonly files: Files
  readonly cwd: string
  readonly env: ReadonlyMap<string, string>
  readonly umask: number
  readonly stdin: Source
  readonly stdout: Sink
  readonly stderr: Sink
  readonly history: string[]
  readonly asks: Asks
  /** Whether a shell may be put in front: the program was typed at the prompt, not in a script or pipe. */
  readonly mayPush: boolean
  /** A path made absolute. */
  at(path: string): string
  /** The whole of standard input. */
  input(): Promise<string>
  /** Call while working on much text; Ctrl+C arrives here. */
  work(characters: number): Promise<void> | void
  sleep(milliseconds: number): Promise<void>
  /** A number below 2^32, the next of the world's seed. */
  random(): number
  /** Runs another program or script; its output goes where this one's goes, unless told otherwise. */
  run(argv: readonly string[], how?: RunAs): Promise<number>
  /** Runs shell text in a new shell, as `bash -c` does. */
  shell(text: string, how?: ShellAs): Promise<number>
  knows(name: string): boolean
  commandNames(): readonly string[]
}

export interface RunAs {
  readonly stdin?: Source
  readonly stdout?: Sink
  readonly stderr?: Sink
  readonly env?: ReadonlyMap<string, string>
  readonly who?: Identity
  readonly cwd?: string
  readonly host?: Host
}

export interface ShellAs extends RunAs {
  readonly name?: string
  readonly positional?: readonly string[]
  /** Reads the commands as a script does: complaints name it and the line. */
  readonly script?: boolean
  readonly options?: readonly string[]
}

/** A program: arguments without its own name. */
export type Command = (args: readonly string[], context: CommandContext) => Result | Promise<Result>

export const succeeded: Result = { stdout: '', stderr: '', exitCode: 0 }

export function said(stdout: string, exitCode = 0): Result {
  return { stdout, stderr: '', exitCode }
}

export function failed(stderr: string, exitCode = 1): Result {
  return { stdout: '', stderr, exitCode }
}
