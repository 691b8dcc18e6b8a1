import type { Readable, Writable } from 'node:stream'

type Screen = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** Where a command reads and writes, and where the program's own parts lie. */
export interface Surroundings {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Screen
  readonly stderr: Screen
  /** The folder of the program: `labs/` and `cli/templates/` lie in it. The command line can also be a single file without. */
  readonly root: string
  readonly version: string
  /** The pages about findings: code → text, front matter included. */
  readonly findingPages: Readonly<Record<string, string>>
  /** Questions that `eval` answers: kind → lines. */
  readonly questions: Readonly<Record<string, readonly string[]>>
  readonly workers: {
    /** The bundle of `sessions/worker.ts`. */
    readonly shell: URL
    /** The bundle of `sessions/prove-worker.ts`. */
    readonly prove: URL
  }
}

/** 0: it is so; 1: it is not; 2: it could not be found out. */
export type ExitCode = 0 | 1 | 2

/** Says in one sentence why nothing could be done. */
export function refuse({ stderr }: Pick<Surroundings, 'stderr'>, sentence: string): 2 {
  stderr.write(`breakwater: ${printable(sentence)}\n`)
  return 2
}

/**
 * Text that packs and learners wrote, fit to be shown: a terminal takes control characters as orders, so none but line
 * ends and tabs are left.
 */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd')
}
