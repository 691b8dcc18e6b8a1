import type { ValueNode } from './syntax.ts'

/** What the parser stopped at: Falco's words, and the offset where its cursor stood. */
export interface SyntaxFault {
  readonly message: string
  readonly at: number
}

const blanks = /[ \t\b\r\n]+/y
const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '\\': '\\',
  '/': '/',
  ' ': '\\',
}

export const patterns = {
  identifier: /[a-zA-Z]+[a-zA-Z0-9_]*/y,
  field: /[a-zA-Z]+[a-zA-Z0-9_]*(?:\.[a-zA-Z]+[a-zA-Z0-9_]*)+/y,
  argument: /[^\][\\"' \t\n\v\f\r]+/y,
  number: /[+-]?[0-9]+[.]?[0-9]*(?:[eE][+-][0-9]+)?/y,
  hex: /0[xX][0-9a-fA-F]+/y,
  bare: /[^()"' \t\n\v\f\r=,]+/y,
} as const

/**
 * A cursor over a condition, with Falco's tokens. `last` is the last token that was read, which its messages name.
 * A fault ends the parse: whatever was to come answers with nothing, and the first fault stands.
 */
export interface Cursor {
  readonly text: string
  at: number
  last: string
  fault: SyntaxFault | undefined
  /** By its offset: a list that was put in, whose items are read already. */
  readonly listed?: ReadonlyMap<number, Listed> | undefined
}

export interface Listed {
  readonly at: number
  readonly length: number
  readonly values: readonly ValueNode[]
}

export function cursorOver(text: string, listed?: ReadonlyMap<number, Listed>): Cursor {
  return { text, at: 0, last: '', fault: undefined, listed }
}

export function fail(cursor: Cursor, message: string): undefined {
  cursor.fault ??= { message, at: cursor.at }
  return undefined
}

/** Steps over blank space, and says whether there was any. */
export function skipBlank(cursor: Cursor): boolean {
  blanks.lastIndex = cursor.at
  const found = blanks.exec(cursor.text)
  if (!found) return false
  cursor.at += found[0].length
  return true
}

/** Reads exactly these characters, whatever follows: Falco's keywords have no word boundary. */
export function take(cursor: Cursor, word: string): boolean {
  if (!cursor.text.startsWith(word, cursor.at)) return false
  cursor.at += word.length
  cursor.last = word
  return true
}

/** Reads a word that blank space must follow, and that too. */
export function takeWord(cursor: Cursor, word: string): boolean {
  const before = { at: cursor.at, last: cursor.last }
  if (take(cursor, word) && skipBlank(cursor)) return true
  Object.assign(cursor, before)
  return false
}

export function takePattern(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)?.[0]
  if (found === undefined) return undefined
  cursor.at += found.length
  cursor.last = found
  return found
}

/** Steps over a list that was put in here. */
export function takeListed(cursor: Cursor): Listed | undefined {
  const found = cursor.listed?.get(cursor.at)
  if (!found) return undefined
  cursor.at += found.length
  cursor.last = found.values.at(-1)?.text ?? ''
  return found
}

/** Reads a quoted string and gives what it means. A quote that a backslash stands before does not end it. */
export function takeQuoted(cursor: Cursor): string | undefined {
  const quote = cursor.text.charAt(cursor.at)
  if (quote !== '"' && quote !== "'") return undefined
  let end = cursor.at + 1
  while (end < cursor.text.length && (cursor.text.charAt(end) !== quote || cursor.text.charAt(end - 1) === '\\')) end++
  const raw = cursor.text.slice(cursor.at + 1, end)
  cursor.last = raw
  if (end === cursor.text.length) return undefined
  cursor.at = end + 1
  const value = unescaped(cursor, raw, quote)
  if (value !== undefined) cursor.last = value
  return value
}

function unescaped(cursor: Cursor, raw: string, quote: string): string | undefined {
  let value = ''
  for (let i = 0; i < raw.length; i++) {
    const character = raw.charAt(i)
    if (character !== '\\') {
      value += character
      continue
    }
    i++
    const escaped = raw.charAt(i)
    if (escaped === '"' || escaped === "'") {
      if (escaped !== quote) return fail(cursor, `invalid \\${escaped} escape in ${quote}-quoted string`)
      value += escaped
      continue
    }
    const meant = escapes[escaped]
    if (meant === undefined) return fail(cursor, `unsupported string escape sequence: \\${escaped}`)
    value += meant
  }
  return value
}
