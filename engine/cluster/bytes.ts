/**
 * Inside the shell everything is text. A byte that is not valid UTF-8 becomes a lone surrogate U+DC80 to U+DCFF,
 * as Python's `surrogateescape` does, so that nothing is lost on its way from file to pipe to file.
 */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const encoder = new TextEncoder()

export function textFromBytes(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes)
  } catch {
    return decodeByHand(bytes)
  }
}

function decodeByHand(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at)
    if (length === 0) parts.push(String.fromCharCode(0xdc00 + (bytes[at++] ?? 0)))
    else {
      parts.push(strict.decode(bytes.subarray(at, at + length)))
      at += length
    }
  }
  return parts.join('')
}

/** The length of the valid UTF-8 sequence at a place, 0 when there is none. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  const length =
    first < 0x80
      ? 1
      : first >= 0xc2 && first < 0xe0
        ? 2
        : first >= 0xe0 && first < 0xf0
          ? 3
          : first >= 0xf0 && first < 0xf5
            ? 4
            : 0
  if (length === 0 || at + length > bytes.length) return 0
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  const second = bytes[at + 1] ?? 0
  if (first === 0xe0 && second < 0xa0) return 0
  if (first === 0xed && second > 0x9f) return 0
  if (first === 0xf0 && second < 0x90) return 0
  if (first === 0xf4 && second > 0x8f) return 0
  return length
}

const loneByte = /(?<![\uD800-\uDBFF])[\uDC80-\uDCFF]/

function hasEscapes(text: string): boolean {
  return loneByte.test(text)
}

export function bytesFromText(text: string): Uint8Array {
  if (!hasEscapes(text)) return encoder.encode(text)
  const out: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    if (code >= 0xdc80 && code <= 0xdcff) out.push(code - 0xdc00)
    else for (const byte of encoder.encode(char)) out.push(byte)
  }
  return new Uint8Array(out)
}

/** What a file holds of a text: the text, or its bytes where they are no UTF-8. */
export function contentFromText(text: string): string | Uint8Array {
  if (!hasEscapes(text)) return text
  const bytes = bytesFromText(text)
  try {
    return strict.decode(bytes)
  } catch {
    return bytes
  }
}

/** A text for a screen: bytes that are no UTF-8 become the sign for that. */
export function presentable(text: string): string {
  return hasEscapes(text) ? text.replace(/(?<![\uD800-\uDBFF])[\uDC80-\uDCFF]/g, '\ufffd') : text
}

/** How many bytes a text takes. */
export function byteLength(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) bytes += 1
    else if (code < 0x800) bytes += 2
    else if (code >= 0xd800 && code < 0xdc00) {
      bytes += 4
      i++
    } else if (code >= 0xdc80 && code <= 0xdcff) bytes += 1
    else bytes += 3
  }
  return bytes
}
