import type { Host, World } from '../../cluster/world.ts'
import type { Command } from '../commands/command.ts'
import type { Identity } from '../files/accounts.ts'
import type { Files } from '../files/files.ts'
import type { Meter } from '../limits.ts'
import type { Sink, Source } from '../streams/stream.ts'
import type { FunctionDefNode } from '../syntax/ast.ts'
import type { Variables } from './variables.ts'

/** An open file descriptor. */
export interface Descriptor {
  readonly source?: Source
  readonly sink?: Sink
}

/** What all shells of a terminal share while a line runs. */
export interface Session {
  readonly world: World
  meter: Meter
  readonly history: string[]
  filesOf(host: Host, who: Identity): Files
  command(name: string): Command | undefined
  commandNames(): readonly string[]
  /** What `<( )` printed, by the path that stands for it. */
  readonly temporary: Map<string, string>
  /** Files that are open for writing and hold text back; call before anybody may look. */
  readonly unwritten: Set<() => void>
  /** What the line asks of the terminal itself. */
  asks: Asks
}

export interface Asks {
  open?: { readonly host: string; readonly path: string }
  clear?: boolean
  /** A shell to be put in front, once the line is done. */
  push?: Newcomer
  /** The front shell ends with this exit code. */
  exit?: number
  saidEndOfInput?: boolean
}

export interface Newcomer {
  readonly host: string
  readonly user: string
  readonly kind: 'ssh' | 'login' | 'plain'
  readonly cwd?: string
  readonly env?: ReadonlyMap<string, string>
}

/** How a shell words its complaints: at the prompt, with `-c`, or in a script. */
export interface Voice {
  readonly name: string
  readonly lines: boolean
  /** The commands came with `-c`: syntax errors say so. */
  readonly given?: true
}

/** One shell, or a subshell of one: everything that a command may change. */
export interface Shell {
  readonly session: Session
  readonly host: Host
  readonly who: Identity
  readonly files: Files
  readonly vars: Variables
  readonly functions: Map<string, FunctionDefNode>
  readonly aliases: Map<string, string>
  /** The aliases as they were when the line was read: one that the line itself makes is not taken yet. */
  aliasesInForce: ReadonlyMap<string, string>
  readonly options: Set<string>
  readonly shopt: Set<string>
  readonly traps: Map<string, string>
  readonly hashed: Map<string, string>
  fds: Map<number, Descriptor>
  positional: string[]
  name0: string
  voice: Voice
  cwd: string
  umask: number
  lastExit: number
  lastArgument: string
  pipeStatus: readonly number[]
  lastJob: number | undefined
  jobExits: Map<number, number>
  line: number
  /** The lines before the command that was read last: its own count from 1. */
  lineBase: number
  /** The state of `$RANDOM`: seeded by the terminal, changed by each use and each assignment. */
  random: number
  /** The world's time at which `$SECONDS` was 0. */
  secondsFrom: number
  calls: string[]
  directories: string[]
  /** In a condition, `-e` is not heeded. */
  unchecked: number
  depth: number
  loops: number
  subshell: number
  /** How many `source` are running: `return` may leave them. */
  sourcing: number
  interactive: boolean
  /** A program started from the prompt that may start another in its place, as sudo does. */
  standsIn: boolean
  /** Exit code of the last command substitution, for an assignment without a command. */
  substituted: number | undefined
  getoptsAt: number
}

/** A child that starts as its parent is and gives nothing back, as `( )` and `$( )` do. */
export function fork(shell: Shell): Shell {
  return {
    ...shell,
    vars: shell.vars.copy(),
    functions: new Map(shell.functions),
    aliases: new Map(shell.aliases),
    options: new Set(shell.options),
    shopt: new Set(shell.shopt),
    traps: new Map(),
    hashed: new Map(shell.hashed),
    fds: new Map(shell.fds),
    positional: [...shell.positional],
    jobExits: new Map(shell.jobExits),
    calls: [...shell.calls],
    directories: [...shell.directories],
    depth: shell.depth + 1,
    subshell: shell.subshell + 1,
    loops: 0,
    interactive: false,
    standsIn: false,
  }
}

/** Prints a complaint where the shell's errors go, with the shell's own name in front. */
export async function complain(shell: Shell, text: string): Promise<void> {
  const where = shell.voice.lines ? `${shell.voice.name}: line ${shell.line}: ` : `${shell.voice.name}: `
  await shell.fds.get(2)?.sink?.write(`${where}${text}\n`)
}

export async function print(shell: Shell, text: string): Promise<void> {
  if (text !== '') await shell.fds.get(1)?.sink?.write(text)
}

/** The names and values that programs inherit. */
export function exportedOf(shell: Shell): Map<string, string> {
  const out = new Map<string, string>()
  for (const name of shell.vars.names()) {
    const it = shell.vars.get(name)
    if (it?.exported && it.value !== undefined) out.set(name, it.value)
  }
  return out
}

export function absolute(shell: Shell, path: string): string {
  return path.startsWith('/') ? path : `${shell.cwd === '/' ? '' : shell.cwd}/${path}`
}
