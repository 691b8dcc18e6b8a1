import { firstByte } from '../../../yaml/go/json.ts'
import { type Cursor, fail, isControl, shown } from './cursor.ts'

const escapes: Readonly<Record<string, string>> = {
  ...{ b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', '\\': '\\' },
  e: '\u001b',
}

/** A text in quotes of any kind, with the cursor on its first one. `multiline` as a value may be, but not a key. */
export function quotedText(cursor: Cursor, multiline: boolean): string {
  const quote = cursor.text[cursor.at] === "'" ? "'" : '"'
  const long = quote.repeat(3)
  if (multiline && cursor.text.startsWith(long, cursor.at)) return longText(cursor, long)
  const { text } = cursor
  cursor.at++
  let read = ''
  for (;;) {
    const character = text[cursor.at]
    if (character === undefined)
      throw fail(
        cursor,
        quote === '"' ? 'basic string not terminated by "' : 'unterminated literal string',
        text.length,
      )
    if (character === quote) break
    if (character === '\n' || character === '\r')
      throw fail(cursor, `${quote === '"' ? 'basic' : 'literal'} strings cannot have new lines`, cursor.at)
    read += quote === '"' && character === '\\' ? escaped(cursor) : plain(cursor)
  }
  cursor.at++
  return read
}

function longText(cursor: Cursor, quotes: string): string {
  const { text } = cursor
  const literal = quotes[0] === "'"
  cursor.at += 3
  if (text[cursor.at] === '\n') cursor.at++
  else if (text.startsWith('\r\n', cursor.at)) cursor.at += 2
  let read = ''
  for (;;) {
    if (cursor.at >= text.length) {
      const kind = literal ? 'literal' : 'basic'
      throw fail(cursor, `multiline ${kind} string not terminated by ${quotes}`, text.length)
    }
    if (text.startsWith(quotes, cursor.at)) {
      // One or two quotes may stand right before the closing three.
      let run = 3
      while (text[cursor.at + run] === quotes[0]) run++
      if (run > 5)
        throw fail(cursor, `${quotes} not allowed in multiline ${literal ? 'literal' : 'basic'} string`, cursor.at)
      cursor.at += run
      return read + quotes.slice(0, run - 3)
    }
    const character = text[cursor.at] ?? ''
    if (character === '\r' && text[cursor.at + 1] !== '\n') throw fail(cursor, 'need a \\n after \\r', cursor.at)
    if (!literal && character === '\\') {
      const folded = /^\\[ \t]*\r?\n[ \t\r\n]*/.exec(text.slice(cursor.at, cursor.at + 10_000))
      if (folded) cursor.at += folded[0].length
      else read += escaped(cursor)
    } else if (character === '\n' || character === '\r') {
      read += character
      cursor.at++
    } else read += plain(cursor)
  }
}

function plain(cursor: Cursor): string {
  const character = cursor.text[cursor.at] ?? ''
  if (isControl(character)) throw fail(cursor, `invalid character ${shown(character.charCodeAt(0))}`, cursor.at)
  cursor.at++
  return character
}

function escaped(cursor: Cursor): string {
  const { text } = cursor
  const letter = text[cursor.at + 1]
  if (letter === undefined) throw fail(cursor, 'need a character after \\', cursor.at)
  const known = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined
  if (known !== undefined) {
    cursor.at += 2
    return known
  }
  const length = letter === 'u' ? 4 : letter === 'U' ? 8 : 0
  if (length === 0)
    throw fail(
      cursor,
      `invalid escaped character ${shown(firstByte(text.codePointAt(cursor.at + 1) ?? 0))}`,
      cursor.at + 1,
    )
  const digits = text.slice(cursor.at + 2, cursor.at + 2 + length)
  if (!/^[0-9a-fA-F]+$/.test(digits) || digits.length < length) throw fail(cursor, 'non-hex character', cursor.at + 2)
  const code = Number.parseInt(digits, 16)
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
    throw fail(cursor, 'escape sequence is invalid Unicode code point', cursor.at + 2)
  cursor.at += 2 + length
  return String.fromCodePoint(code)
}
