import type { Mark } from './marks.ts'

/** What stands behind the end. */
export const end = -1

/** A text that is read unit by unit. Columns and places count the bytes that it has as UTF-8. */
export interface Stream {
  /** The code unit so many places ahead, or `end`. */
  peek(ahead?: number): number
  /** Goes over a unit and gives it; at the end it counts on and gives `end`. */
  get(): number
  eat(count: number): void
  mark(): Mark
  column(): number
  line(): number
  pos(): number
  offset(): number
  atEnd(): boolean
  /** The text from an offset to here. */
  since(offset: number): string
  /** Begins a line where the text ends in the middle of one. */
  resetColumn(): void
}

const [lineFeed, carriageReturn] = [10, 13]

export function streamOf(text: string): Stream {
  let offset = text.startsWith('\ufeff') ? 1 : 0
  let [pos, line, column] = [0, 0, 0]
  // The first line's end decides which sign ends a line; the other one is blank space that breaks lines all the same.
  let lineEnd: number | undefined

  const peek = (ahead = 0): number => (offset + ahead < text.length ? text.charCodeAt(offset + ahead) : end)
  const get = (): number => {
    const code = peek()
    const bytes = bytesOf(code)
    if (code !== end) offset++
    pos += bytes
    column += bytes
    if (lineEnd === undefined) {
      if (code === lineFeed) lineEnd = lineFeed
      else if (code === carriageReturn) lineEnd = peek() === lineFeed ? lineFeed : carriageReturn
    }
    if (code === lineEnd) {
      column = 0
      line++
    }
    return code
  }
  return {
    peek,
    get,
    eat(count) {
      for (let i = 0; i < count; i++) get()
    },
    mark: () => ({ line, column, pos, offset }),
    column: () => column,
    line: () => line,
    pos: () => pos,
    offset: () => offset,
    atEnd: () => offset >= text.length,
    since: from => text.slice(from, offset),
    resetColumn() {
      column = 0
    },
  }
}

/** Bytes of UTF-8 that a code unit stands for; lone surrogates from U+DC80 on are single bytes that were no UTF-8. */
function bytesOf(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code >= 0xd800 && code < 0xe000 ? 2 : 3
}

export function isBreak(code: number): boolean {
  return code === lineFeed || code === carriageReturn
}

/** A space or a tab. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9
}

export function isBlankOrBreak(code: number): boolean {
  return isBlank(code) || isBreak(code)
}

export function isBlankOrBreakOrEnd(code: number): boolean {
  return isBlankOrBreak(code) || code === end
}

/** How many units the line break here has; 0 where there is none. */
export function breakLength(stream: Stream): number {
  const code = stream.peek()
  if (code === lineFeed) return 1
  if (code !== carriageReturn) return 0
  return stream.peek(1) === lineFeed ? 2 : 1
}

/** `---` or `...`, and nothing that goes on with it. */
export function isDocumentSign(stream: Stream, code: number): boolean {
  return (
    stream.peek() === code && stream.peek(1) === code && stream.peek(2) === code && isBlankOrBreakOrEnd(stream.peek(3))
  )
}

export function isOneOf(code: number, signs: string): boolean {
  return code !== end && signs.includes(String.fromCharCode(code))
}
