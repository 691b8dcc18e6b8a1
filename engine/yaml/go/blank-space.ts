import { type Cursor, isBlank, isBreak } from './cursor.ts'

/** Blank space inside a scalar that may go on over several lines. */
export interface BlankSpace {
  /** What it comes to: spaces stay, a single line break is a space, of several the first is dropped. */
  readonly text: string
  readonly brokeLine: boolean
}

/** Goes over blank space. `atIndent` is told of each space or tab that stands at the beginning of a line. */
export function scanBlankSpace(cursor: Cursor, atIndent: () => void, afterBreak = false): BlankSpace {
  const from = cursor.offset()
  while (!afterBreak && isBlank(cursor.peek())) cursor.skip()
  const spaces = cursor.since(from)
  const breaks: string[] = []
  for (;;) {
    if (isBreak(cursor.peek())) breaks.push(cursor.readLine())
    else if (isBlank(cursor.peek()) && (afterBreak || breaks.length > 0)) {
      atIndent()
      cursor.skip()
    } else break
  }
  if (breaks.length > 0 && !afterBreak) return { text: folded(breaks), brokeLine: true }
  return { text: afterBreak ? breaks.join('') : spaces, brokeLine: afterBreak }
}

function folded([first, ...rest]: readonly string[]): string {
  if (first !== '\n') return `${first ?? ''}${rest.join('')}`
  return rest.length === 0 ? ' ' : rest.join('')
}
