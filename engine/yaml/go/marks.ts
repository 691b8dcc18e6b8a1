import { Refused } from './refused.ts'

/** A place in the text as Go's reader counts: characters, not bytes; lines and columns from 0. */
export interface Mark {
  readonly offset: number
  readonly index: number
  readonly line: number
  readonly column: number
}

/**
 * An error of the scanner at a place. Go tells the line where there is one before it, else the line where the thing began,
 * and that one is counted from 0.
 */
export function scannerError(problem: string, at: Mark, context?: Mark): Refused {
  return new Refused(`yaml: ${where(at.line > 0 ? at.line + 1 : (context?.line ?? 0))}${problem}`, at.offset)
}

/** An error of the parser. Go counts its lines from 0, so it names the line above. */
export function parserError(problem: string, at: Mark, context?: Mark): Refused {
  return new Refused(`yaml: ${where(at.line > 0 ? at.line : (context?.line ?? 0))}${problem}`, at.offset)
}

function where(line: number): string {
  return line > 0 ? `line ${line}: ` : ''
}
