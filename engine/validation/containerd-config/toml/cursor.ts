import { firstByte } from '../../../yaml/go/json.ts'

/** A place in a text that moves on, and what it could not get over. */
export interface Cursor {
  readonly text: string
  at: number
  failed?: { readonly words: string; readonly at: number; readonly ours: boolean }
}

/** Notes what cannot be read, to be thrown: `parseToml` turns it into a result. */
export function fail(cursor: Cursor, words: string, at: number, ours = false): Error {
  cursor.failed = { words, at, ours }
  return new Error(words)
}

/** Takes one character, or says in go-toml's words that it is not there. */
export function expectCharacter(cursor: Cursor, wanted: string): void {
  const { text, at } = cursor
  if (at >= text.length) throw fail(cursor, `expected character ${wanted} but the document ended here`, at)
  if (text[at] !== wanted) throw fail(cursor, `expected character ${wanted}`, at)
  cursor.at++
}

export function skipBlanks(cursor: Cursor): void {
  while (cursor.text[cursor.at] === ' ' || cursor.text[cursor.at] === '\t') cursor.at++
}

/** A comment up to the end of its line. */
export function skipComment(cursor: Cursor): void {
  const { text } = cursor
  if (text[cursor.at] !== '#') return
  for (; cursor.at < text.length; cursor.at++) {
    const character = text[cursor.at] ?? ''
    if (character === '\n' || (character === '\r' && text[cursor.at + 1] === '\n')) return
    if (isControl(character)) throw fail(cursor, 'invalid character in comment', cursor.at)
  }
}

/** A line's end. */
export function newline(cursor: Cursor): void {
  const { text, at } = cursor
  if (text[at] === '\n') cursor.at++
  else if (text.startsWith('\r\n', at)) cursor.at += 2
  else if (text[at] === '\r')
    throw fail(cursor, at + 1 < text.length ? 'windows new line should be \\r\\n' : 'windows new line expected', at)
  else throw fail(cursor, `expected newline but got ${shown(firstByte(text.codePointAt(at) ?? 0))}`, at)
}

/** Blanks, comments and line ends, as they may stand between the items of an array. */
export function skipLines(cursor: Cursor): void {
  for (;;) {
    skipBlanks(cursor)
    skipComment(cursor)
    const character = cursor.text[cursor.at]
    if (character !== '\n' && character !== '\r') return
    newline(cursor)
  }
}

export function isControl(character: string): boolean {
  return (character < ' ' && character !== '\t') || character === '\u007f'
}

/** Go's `%#U` of a byte: go-toml looks at bytes, and takes each for a character of its own. */
export function shown(byte: number): string {
  const name = `U+${byte.toString(16).toUpperCase().padStart(4, '0')}`
  const isPrinted = byte >= 0x20 && !(byte >= 0x7f && byte <= 0xa0) && byte !== 0xad
  return isPrinted ? `${name} '${String.fromCharCode(byte)}'` : name
}
