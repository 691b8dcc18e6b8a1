import { badBase64 } from '../kubernetes/decode-values.ts'

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The bytes that standard base64 stands for; undefined where it is none. Line breaks in it do not count. */
export function secretBytes(written: string): readonly number[] | undefined {
  if (badBase64(written) !== undefined) return undefined
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const character of written) {
    const value = digits.indexOf(character)
    if (value < 0) continue
    held = (held << 6) | value
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 0xff)
    held &= (1 << bits) - 1
  }
  return bytes
}
