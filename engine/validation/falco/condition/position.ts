/** A place in a condition as Falco's parser counts it: bytes from 0, lines and columns from 1. CR and LF both end a line. */
export interface ConditionPosition {
  readonly index: number
  readonly line: number
  readonly column: number
}

export function positionIn(text: string, at: number): ConditionPosition {
  const before = text.slice(0, at)
  const lines = before.split(/[\r\n]/)
  return { index: bytesOf(before), line: lines.length, column: bytesOf(lines.at(-1) ?? '') + 1 }
}

/** How many bytes a text has as UTF-8. */
export function bytesOf(text: string): number {
  return isAscii(text) ? text.length : new TextEncoder().encode(text).length
}

export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}
