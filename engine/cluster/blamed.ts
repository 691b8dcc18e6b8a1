import type { Range } from '../yaml/range.ts'

/** A piece of a host's file that decides, with one sentence on how. */
export interface Blamed {
  readonly host: string
  readonly path: string
  readonly text: string
  readonly range: Range
  readonly why: string
}
