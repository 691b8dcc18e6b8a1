import { scanBlankSpace } from './blank-space.ts'
import { atDocumentSign, type Cursor, isBlank, isBlankOrEnd, isBreak } from './cursor.ts'
import { scannerError } from './marks.ts'
import type { Token } from './tokens.ts'

const endsFlow = new Set([...',?[]{}'].map(sign => sign.charCodeAt(0)))
const [colon, hash, tab] = [58, 35, 9]

/**
 * A scalar without quotes. It goes on over lines that are indented by `least` columns or, in flow, over any.
 * `brokeLine` tells that it ended behind a line break.
 */
export function scanPlain(
  cursor: Cursor,
  { least, inFlow }: { readonly least: number; readonly inFlow: boolean },
): { readonly token: Token; readonly brokeLine: boolean } {
  const start = cursor.mark()
  let end = start
  let text = ''
  let space = { text: '', brokeLine: false }
  const atIndent = () => {
    if (cursor.column() < least && cursor.peek() === tab)
      throw scannerError('found a tab character that violates indentation', cursor.mark(), start)
  }
  for (;;) {
    if (atDocumentSign(cursor) || cursor.peek() === hash) break
    const from = cursor.offset()
    while (!endsAt(cursor, cursor.peek(), inFlow)) cursor.skip()
    if (cursor.offset() > from) {
      text += space.text + cursor.since(from)
      space = { text: '', brokeLine: false }
      end = cursor.mark()
    }
    if (!isBlank(cursor.peek()) && !isBreak(cursor.peek())) break
    space = scanBlankSpace(cursor, atIndent)
    if (!inFlow && cursor.column() < least) break
  }
  return { token: { kind: 'scalar', text, plain: true, start, end }, brokeLine: space.brokeLine }
}

function endsAt(cursor: Cursor, code: number, inFlow: boolean): boolean {
  return isBlankOrEnd(code) || (code === colon && isBlankOrEnd(cursor.peek(1))) || (inFlow && endsFlow.has(code))
}
