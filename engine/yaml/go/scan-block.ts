import { type Cursor, isBlank, isBreak, isDigit, isLineEnd } from './cursor.ts'
import { type Mark, scannerError } from './marks.ts'
import type { Token } from './tokens.ts'

const [space, tab, hash, plus, minus, zero, literalSign] = [32, 9, 35, 43, 45, 48, 124]

/** A scalar behind `|` or `>`. `parent` is the indentation of what it stands in, -1 at the root. */
export function scanBlock(cursor: Cursor, parent: number): Token {
  const start = cursor.mark()
  const literal = cursor.peek() === literalSign
  cursor.skip()
  const { keeps, indicated } = scanHeader(cursor, start)
  let end = cursor.mark()
  let indent = indicated > 0 ? Math.max(parent, 0) + indicated : 0

  /** Goes over indentation and empty lines; finds the indentation where it is not known. */
  const scanBreaks = (): string => {
    let breaks = ''
    let widest = 0
    end = cursor.mark()
    for (;;) {
      const isIndent = () => indent === 0 || cursor.column() < indent
      while (isIndent() && cursor.peek() === space) cursor.skip()
      widest = Math.max(widest, cursor.column())
      if (isIndent() && cursor.peek() === tab)
        throw scannerError('found a tab character where an indentation space is expected', cursor.mark(), start)
      if (!isBreak(cursor.peek())) break
      breaks += cursor.readLine()
      end = cursor.mark()
    }
    if (indent === 0) indent = Math.max(widest, parent + 1, 1)
    return breaks
  }

  const parts: string[] = []
  let breaks = scanBreaks()
  let lastBreak = ''
  let beganBlank = false
  while (cursor.column() === indent && cursor.peek() !== 0) {
    const beginsBlank = isBlank(cursor.peek())
    const folds = !literal && !beganBlank && !beginsBlank && lastBreak === '\n'
    if (!folds) parts.push(lastBreak)
    else if (breaks === '') parts.push(' ')
    parts.push(breaks)
    beganBlank = beginsBlank
    const from = cursor.offset()
    while (!isLineEnd(cursor.peek())) cursor.skip()
    parts.push(cursor.since(from))
    lastBreak = cursor.readLine()
    breaks = scanBreaks()
  }
  if (keeps !== 'nothing') parts.push(lastBreak)
  if (keeps === 'all') parts.push(breaks)
  return { kind: 'scalar', text: parts.join(''), plain: false, start, end }
}

type Keeps = 'nothing' | 'one' | 'all'

/** What stands behind the sign, to the end of its line: which line breaks are kept at the end, and the indentation. */
function scanHeader(cursor: Cursor, start: Mark): { readonly keeps: Keeps; readonly indicated: number } {
  let keeps: Keeps = 'one'
  let indicated = 0
  const scanKeeps = () => {
    const sign = cursor.peek()
    if (sign !== plus && sign !== minus) return
    keeps = sign === plus ? 'all' : 'nothing'
    cursor.skip()
  }
  const scanIndent = () => {
    const digit = cursor.peek()
    if (!isDigit(digit)) return
    if (digit === zero) throw scannerError('found an indentation indicator equal to 0', cursor.mark(), start)
    indicated = digit - zero
    cursor.skip()
  }
  if (isDigit(cursor.peek())) {
    scanIndent()
    scanKeeps()
  } else {
    scanKeeps()
    scanIndent()
  }
  scanRestOfLine(cursor, start)
  return { keeps, indicated }
}

/** Blanks and a comment to the end of the line, and nothing else. */
export function scanRestOfLine(cursor: Cursor, start: Mark): void {
  while (isBlank(cursor.peek())) cursor.skip()
  if (cursor.peek() === hash) while (!isLineEnd(cursor.peek())) cursor.skip()
  if (!isLineEnd(cursor.peek())) throw scannerError('did not find expected comment or line break', cursor.mark(), start)
  cursor.skipLine()
}
