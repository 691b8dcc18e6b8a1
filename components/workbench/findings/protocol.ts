import type { Completion } from './complete.ts'
import type { Hover } from './hover.ts'
import type { Mark } from './marks.ts'

/** A file as it stands in the editor. `language` is Monaco's name, which decides for files of no known kind. */
export interface AskedFile {
  /** Names the file for the worker's memory of what it could read last. */
  readonly key: string
  readonly path: string
  readonly language: string
  readonly text: string
  /** Other files of the host that a reader asked for; `text: null` is not there. */
  readonly near: readonly NearFile[]
}

export interface NearFile {
  readonly path: string
  readonly text: string | null
}

export type Question =
  | { readonly do: 'check'; readonly file: AskedFile }
  | { readonly do: 'complete'; readonly file: AskedFile; readonly offset: number }
  | { readonly do: 'hover'; readonly file: AskedFile; readonly offset: number }

export interface Answers {
  /** `wants`: paths that have to come along in `near` before the file can be read. There are no marks then. */
  readonly check: { readonly marks: readonly Mark[]; readonly wants: readonly string[] }
  readonly complete: readonly Completion[]
  readonly hover: Hover | null
}

export type ToWorker = Question & { readonly id: number }

/** `ready` comes once, when the worker has loaded; `began` when what a question needs has loaded too. */
export type FromWorker =
  | { readonly do: 'ready' }
  | { readonly do: 'failed' }
  | { readonly do: 'began'; readonly id: number }
  | { readonly do: 'answer'; readonly id: number; readonly answer: unknown }
