import { type Cursor, isBlank, isBlankOrEnd, isDigit, isWord } from './cursor.ts'
import { type Mark, scannerError } from './marks.ts'
import { scanRestOfLine } from './scan-block.ts'
import type { Token } from './tokens.ts'

const [bang, percent, dot, less, greater, star] = [33, 37, 46, 60, 62, 42]
const signsOf = (text: string) => new Set([...text].map(sign => sign.charCodeAt(0)))
const ofAddresses = signsOf(";/?:@&=+$,.!%~*'()[]")
const behindNames = signsOf('?:,]}%@`')

/** `&name` or `*name`. */
export function scanAnchor(cursor: Cursor): Token {
  const start = cursor.mark()
  const kind = cursor.peek() === star ? 'alias' : 'anchor'
  cursor.skip()
  const name = scanWord(cursor)
  const code = cursor.peek()
  if (name === '' || !(isBlankOrEnd(code) || behindNames.has(code)))
    throw scannerError('did not find expected alphabetic or numeric character', cursor.mark(), start)
  return { kind, name, start, end: cursor.mark() }
}

/** `!name`, `!handle!name`, `!<address>` or `!`. */
export function scanTag(cursor: Cursor): Token {
  const start = cursor.mark()
  let [handle, suffix] = ['', '']
  if (cursor.peek(1) === less) {
    cursor.skip()
    cursor.skip()
    suffix = scanAddress(cursor, '', start)
    if (cursor.peek() !== greater) throw scannerError("did not find the expected '>'", cursor.mark(), start)
    cursor.skip()
  } else {
    handle = scanHandle(cursor, start, false)
    if (handle.length > 1 && handle.endsWith('!')) suffix = scanAddress(cursor, '', start)
    else {
      suffix = scanAddress(cursor, handle, start)
      ;[handle, suffix] = suffix === '' ? ['', '!'] : ['!', suffix]
    }
  }
  if (!isBlankOrEnd(cursor.peek()))
    throw scannerError('did not find expected whitespace or line break', cursor.mark(), start)
  return { kind: 'tag', handle, suffix, start, end: cursor.mark() }
}

/** A line that begins with `%`. */
export function scanDirective(cursor: Cursor): Token {
  const start = cursor.mark()
  cursor.skip()
  const name = scanWord(cursor)
  if (name === '') throw scannerError('could not find expected directive name', cursor.mark(), start)
  if (!isBlankOrEnd(cursor.peek()))
    throw scannerError('found unexpected non-alphabetical character', cursor.mark(), start)
  const token = directiveNamed(name, cursor, start)
  scanRestOfLine(cursor, start)
  return token
}

function directiveNamed(name: string, cursor: Cursor, start: Mark): Token {
  if (name === 'YAML') {
    skipBlanks(cursor)
    const major = scanNumber(cursor, start)
    if (cursor.peek() !== dot) throw scannerError("did not find expected digit or '.' character", cursor.mark(), start)
    cursor.skip()
    const minor = scanNumber(cursor, start)
    return { kind: 'version', major, minor, start, end: cursor.mark() }
  }
  if (name !== 'TAG') throw scannerError('found unknown directive name', cursor.mark(), start)
  skipBlanks(cursor)
  const handle = scanHandle(cursor, start, true)
  if (!isBlank(cursor.peek())) throw scannerError('did not find expected whitespace', cursor.mark(), start)
  skipBlanks(cursor)
  const prefix = scanAddress(cursor, '', start)
  if (!isBlankOrEnd(cursor.peek()))
    throw scannerError('did not find expected whitespace or line break', cursor.mark(), start)
  return { kind: 'tag-directive', handle, prefix, start, end: cursor.mark() }
}

function scanHandle(cursor: Cursor, start: Mark, ofDirective: boolean): string {
  const from = cursor.offset()
  if (cursor.peek() !== bang) throw scannerError("did not find expected '!'", cursor.mark(), start)
  cursor.skip()
  while (isWord(cursor.peek())) cursor.skip()
  if (cursor.peek() === bang) cursor.skip()
  else if (ofDirective && cursor.since(from) !== '!')
    throw scannerError("did not find expected '!'", cursor.mark(), start)
  return cursor.since(from)
}

/** The rest of a tag. `head` is what stood in front of it, with its `!`. */
function scanAddress(cursor: Cursor, head: string, start: Mark): string {
  let text = head.slice(1)
  const from = cursor.offset()
  for (let code = cursor.peek(); isWord(code) || ofAddresses.has(code); code = cursor.peek()) {
    if (code === percent) text += scanBytes(cursor, start)
    else text += cursor.read()
  }
  if (head === '' && cursor.offset() === from) throw scannerError('did not find expected tag URI', cursor.mark(), start)
  return text
}

/** One character, written as the bytes of its UTF-8. */
function scanBytes(cursor: Cursor, start: Mark): string {
  const bytes: number[] = []
  let width = 1
  do {
    const pair = String.fromCharCode(cursor.peek(1), cursor.peek(2))
    if (cursor.peek() !== percent || !/^[0-9a-fA-F]{2}$/.test(pair))
      throw scannerError('did not find URI escaped octet', cursor.mark(), start)
    const byte = Number.parseInt(pair, 16)
    if (bytes.length === 0) {
      width = byte < 0x80 ? 1 : byte < 0xc0 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf8 ? 4 : 0
      if (width === 0) throw scannerError('found an incorrect leading UTF-8 octet', cursor.mark(), start)
    } else if ((byte & 0xc0) !== 0x80)
      throw scannerError('found an incorrect trailing UTF-8 octet', cursor.mark(), start)
    bytes.push(byte)
    for (let i = 0; i < 3; i++) cursor.skip()
  } while (bytes.length < width)
  return new TextDecoder().decode(Uint8Array.from(bytes))
}

function scanNumber(cursor: Cursor, start: Mark): number {
  const from = cursor.offset()
  while (isDigit(cursor.peek())) {
    cursor.skip()
    if (cursor.offset() - from > mostDigits)
      throw scannerError('found extremely long version number', cursor.mark(), start)
  }
  if (cursor.offset() === from) throw scannerError('did not find expected version number', cursor.mark(), start)
  return Number(cursor.since(from))
}

const mostDigits = 2

function scanWord(cursor: Cursor): string {
  const from = cursor.offset()
  while (isWord(cursor.peek())) cursor.skip()
  return cursor.since(from)
}

function skipBlanks(cursor: Cursor): void {
  while (isBlank(cursor.peek())) cursor.skip()
}
