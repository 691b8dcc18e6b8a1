/** A character that YAML forbids, and from where on the reader knows of it. */
export interface Unreadable {
  readonly problem: string
  readonly at: number
  /** The reader takes the text in pieces: it fails as soon as the piece that begins here is asked for. */
  readonly from: number
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|\p{Surrogate}/u

/** Bytes that are read at a time. */
const piece = 512

/** The first character that cannot be read. Bytes that are no UTF-8 are the lone surrogates U+DC80 to U+DCFF. */
export function unreadable(text: string): Unreadable | undefined {
  const found = forbidden.exec(text)
  if (!found) return undefined
  const at = found.index
  return { problem: problemAt(text, at), at, from: pieceBefore(text, at) }
}

function problemAt(text: string, at: number): string {
  const byte = escapedByte(text, at)
  if (byte === undefined)
    return /\p{Surrogate}/u.test(text.charAt(at)) ? 'invalid Unicode character' : 'control characters are not allowed'
  const width = byte >= 0xf8 ? 0 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0
  if (width === 0) return 'invalid leading UTF-8 octet'
  let value = byte & (0xff >> (width + 1))
  for (let i = 1; i < width; i++) {
    if (at + i >= text.length) return 'incomplete UTF-8 octet sequence'
    const next = escapedByte(text, at + i)
    if (next === undefined || (next & 0xc0) !== 0x80) return 'invalid trailing UTF-8 octet'
    value = (value << 6) | (next & 0x3f)
  }
  const least = [0, 0, 0x80, 0x800, 0x10000][width] ?? 0
  return value < least ? 'invalid length of a UTF-8 sequence' : 'invalid Unicode character'
}

function escapedByte(text: string, at: number): number | undefined {
  const code = text.charCodeAt(at)
  return code >= 0xdc80 && code <= 0xdcff ? code - 0xdc00 : undefined
}

/** Where the piece begins in which a character lies. A character that does not fit into a piece whole is in the next one. */
function pieceBefore(text: string, at: number): number {
  let from = 0
  let size = 0
  for (let i = 0; i <= at; ) {
    const code = text.codePointAt(i) ?? 0
    const escaped = code >= 0xdc80 && code <= 0xdcff
    const bytes = code < 0x80 || escaped ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (size + bytes > piece) {
      from = i
      size = 0
    }
    size += bytes
    i += code > 0xffff ? 2 : 1
  }
  return from
}
