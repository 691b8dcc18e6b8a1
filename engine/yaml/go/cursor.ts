import type { Mark } from './marks.ts'
import { Refused } from './refused.ts'
import { unreadable } from './unreadable.ts'

/** A text that is read character by character. Behind its end stand zeros. */
export interface Cursor {
  /** The code unit so many places ahead; 0 at the end. */
  peek(ahead?: number): number
  mark(): Mark
  offset(): number
  /** The text from an offset to here. */
  since(offset: number): string
  column(): number
  line(): number
  index(): number
  /** Goes over a character that is no line break. */
  skip(): void
  /** Goes over a line break, if there is one here. */
  skipLine(): void
  /** Goes over a character and gives it. */
  read(): string
  /** Goes over a line break and gives what it counts as. */
  readLine(): string
  /** Goes to the beginning of the next line where the text ends in the middle of one. */
  endLine(): void
}

export function cursorOf(text: string): Cursor {
  const bad = unreadable(text)
  const readableTo = bad?.from ?? Number.POSITIVE_INFINITY
  let offset = text.startsWith('\ufeff') ? 1 : 0
  let [index, line, column] = [0, 0, 0]

  const peek = (ahead = 0): number => {
    if (bad && offset + ahead >= readableTo) throw new Refused(`yaml: ${bad.problem}`, bad.at)
    return offset + ahead < text.length ? text.charCodeAt(offset + ahead) : 0
  }
  const skip = () => {
    const code = peek()
    offset += code >= 0xd800 && code < 0xdc00 ? 2 : 1
    index++
    column++
  }
  const readLine = (): string => {
    const code = peek()
    if (!isBreak(code)) return ''
    offset += code === 13 && peek(1) === 10 ? 2 : 1
    index++
    line++
    column = 0
    return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : '\n'
  }
  return {
    peek,
    skip,
    readLine,
    mark: () => ({ offset, index, line, column }),
    offset: () => offset,
    since: from => text.slice(from, offset),
    column: () => column,
    line: () => line,
    index: () => index,
    skipLine: () => void readLine(),
    read() {
      const start = offset
      skip()
      return text.slice(start, offset)
    },
    endLine() {
      if (column === 0) return
      column = 0
      line++
    },
  }
}

export function isBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029
}

/** A space or a tab. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9
}

export function isBlankOrEnd(code: number): boolean {
  return code === 32 || code === 9 || code === 0 || isBreak(code)
}

/** A line break or the end. */
export function isLineEnd(code: number): boolean {
  return code === 0 || isBreak(code)
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** What anchors, directives and handles of tags are made of. */
export function isWord(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code === 45
}

/** A line that begins or ends a document: `---` or `...`. */
export function atDocumentSign(cursor: Cursor, code = cursor.peek()): boolean {
  return (
    cursor.column() === 0 &&
    (code === 45 || code === 46) &&
    cursor.peek() === code &&
    cursor.peek(1) === code &&
    cursor.peek(2) === code &&
    isBlankOrEnd(cursor.peek(3))
  )
}
