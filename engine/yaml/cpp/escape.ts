import { Refused } from './refused.ts'
import type { Stream } from './stream.ts'

const simple: Readonly<Record<string, string>> = {
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
  '/': '/',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
}

const hexLength: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/** Reads an escape, its sign with it, and gives what it means. */
export function readEscape(stream: Stream): string {
  const sign = stream.get()
  const code = stream.get()
  const character = code < 0 ? '\x04' : String.fromCharCode(code)
  if (sign === 39 && code === 39) return "'"
  const length = hexLength[character]
  if (length !== undefined) return readHex(stream, length)
  const meant = simple[character]
  if (meant !== undefined) return meant
  throw new Refused(stream.mark(), `unknown escape character: ${character}`)
}

function readHex(stream: Stream, length: number): string {
  let digits = ''
  for (let i = 0; i < length; i++) {
    const code = stream.get()
    digits += code < 0 ? '\x04' : String.fromCharCode(code)
  }
  if (!/^[0-9a-fA-F]*$/.test(digits)) throw new Refused(stream.mark(), 'bad character found while scanning hex number')
  const value = Number.parseInt(digits, 16)
  if ((value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff)
    throw new Refused(stream.mark(), `invalid unicode: ${value}`)
  return String.fromCodePoint(value)
}
