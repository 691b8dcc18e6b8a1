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
}

export type Question =
  | { readonly do: 'check'; readonly file: AskedFile }
  | { readonly do: 'complete'; readonly file: AskedFile; readonly offset: number }
  | { readonly do: 'hover'; readonly file: AskedFile; readonly offset: number }

export interface Answers {
  readonly check: readonly Mark[]
  readonly complete: readonly Completion[]
  readonly hover: Hover | null
}

export type ToWorker = Question & { readonly id: number }

/** `ready` comes once, when the worker has loaded. */
export type FromWorker =
  | { readonly do: 'ready' }
  | { readonly do: 'answer'; readonly id: number; readonly answer: unknown }
