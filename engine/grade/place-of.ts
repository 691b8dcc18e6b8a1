import { linesOf } from '../yaml/place.ts'
import type { Range } from '../yaml/range.ts'
import type { Place } from './report.ts'

/** A text and where it lies. */
export interface TextOnHost {
  readonly host: string
  readonly path: string
  readonly text: string
}

/** The lines of a piece of a file. */
export function placeOf({ host, path, text }: TextOnHost, range: Range): Place {
  return { host, path, ...linesOf(text, range) }
}

/** Only the line on which a piece begins: a rule is known by its first line. */
export function firstLineOf(file: TextOnHost, range: Range): Place {
  const { line, ...rest } = placeOf(file, range)
  return { ...rest, line, endLine: line }
}
