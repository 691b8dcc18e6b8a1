/** A piece of a text: UTF-16 offsets, the end not included. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Keys and indexes from the root of a document down to a value. */
export type Path = readonly (string | number)[]

/** A place as people count: both from 1. */
export interface LineColumn {
  readonly line: number
  readonly column: number
}
