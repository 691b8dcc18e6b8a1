import { scanBlankSpace } from './blank-space.ts'
import { atDocumentSign, type Cursor, isBlankOrEnd, isBreak } from './cursor.ts'
import { type Mark, scannerError } from './marks.ts'
import type { Token } from './tokens.ts'

const [single, double, backslash] = [39, 34, 92]

/** A scalar in quotes, which may go on over several lines. */
export function scanQuoted(cursor: Cursor): Token {
  const start = cursor.mark()
  const quote = cursor.peek()
  cursor.skip()
  const parts: string[] = []
  for (;;) {
    if (atDocumentSign(cursor)) throw scannerError('found unexpected document indicator', cursor.mark(), start)
    if (cursor.peek() === 0) throw scannerError('found unexpected end of stream', cursor.mark(), start)
    const brokeLine = scanWord(cursor, quote, start, parts)
    if (cursor.peek() === quote) break
    parts.push(scanBlankSpace(cursor, () => undefined, brokeLine).text)
  }
  cursor.skip()
  return { kind: 'scalar', text: parts.join(''), plain: false, start, end: cursor.mark() }
}

/** Reads to a blank, the end of the line or the closing quote. True when it ended with an escaped line break. */
function scanWord(cursor: Cursor, quote: number, start: Mark, parts: string[]): boolean {
  for (;;) {
    const from = cursor.offset()
    for (let code = cursor.peek(); !isBlankOrEnd(code) && code !== quote; code = cursor.peek()) {
      if (code === backslash && quote === double) break
      cursor.skip()
    }
    parts.push(cursor.since(from))
    const code = cursor.peek()
    if (quote === single && code === single && cursor.peek(1) === single) {
      parts.push("'")
      cursor.skip()
      cursor.skip()
    } else if (quote === double && code === backslash) {
      if (isBreak(cursor.peek(1))) {
        cursor.skip()
        cursor.skipLine()
        return true
      }
      parts.push(scanEscape(cursor, start))
    } else return false
  }
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
}

const digitsOf: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

function scanEscape(cursor: Cursor, start: Mark): string {
  const letter = String.fromCharCode(cursor.peek(1))
  const digits = Object.hasOwn(digitsOf, letter) ? (digitsOf[letter] ?? 0) : 0
  const plain = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined
  if (digits === 0 && plain === undefined) throw scannerError('found unknown escape character', cursor.mark(), start)
  cursor.skip()
  cursor.skip()
  if (plain !== undefined) return plain
  let value = 0
  for (let i = 0; i < digits; i++) {
    const digit = Number.parseInt(String.fromCharCode(cursor.peek(i)), 16)
    if (Number.isNaN(digit)) throw scannerError('did not find expected hexdecimal number', cursor.mark(), start)
    value = value * 16 + digit
  }
  if ((value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff)
    throw scannerError('found invalid Unicode character escape code', cursor.mark(), start)
  for (let i = 0; i < digits; i++) cursor.skip()
  return String.fromCodePoint(value)
}
