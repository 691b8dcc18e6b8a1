const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes in base64, with `=` at the end where three do not fill up. */
export function base64Of(bytes: Uint8Array): string {
  const out: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    out.push(
      alphabet[word >> 18] ?? '',
      alphabet[(word >> 12) & 63] ?? '',
      b === undefined ? '=' : (alphabet[(word >> 6) & 63] ?? ''),
      c === undefined ? '=' : (alphabet[word & 63] ?? ''),
    )
  }
  return out.join('')
}
