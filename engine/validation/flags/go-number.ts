import { goQuoted } from '../../yaml/go/go-quoted.ts'

/** A value that was read, or what Go says of a text that is none. */
export type Read<T> = { readonly value: T } | { readonly error: string }

const trues = new Set(['1', 't', 'T', 'TRUE', 'true', 'True'])
const falses = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False'])

export function readBool(text: string): Read<boolean> {
  if (trues.has(text)) return { value: true }
  return falses.has(text) ? { value: false } : wrongSyntax('ParseBool', text)
}

/** Go's `strconv.ParseInt` with base 0: 30, 0x1e, 0o36, 036, 0b11110, 1_000. */
export function readInt(text: string, bits: 32 | 64): Read<bigint> {
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/s.exec(text) ?? []
  const size = literal(digits)
  if (size === undefined) return wrongSyntax('ParseInt', text)
  const value = sign === '-' ? -size : size
  const most = 1n << BigInt(bits - 1)
  return value < -most || value >= most ? outOfRange('ParseInt', text) : { value }
}

/** Go's `strconv.ParseUint`; `base` 0 takes prefixes, 10 digits only. */
export function readUint(text: string, bits: 31 | 64, base: 0 | 10): Read<bigint> {
  const value = base === 0 ? literal(text) : /^\d+$/.test(text) ? BigInt(text) : undefined
  if (value === undefined) return wrongSyntax('ParseUint', text)
  return value >= 1n << BigInt(bits) ? outOfRange('ParseUint', text) : { value }
}

/** Go's `strconv.Atoi`: decimal digits. Where there are too many for 64 bits, it does not look at what follows them. */
export function readAtoi(text: string): Read<number> {
  const [digits = ''] = /^[-+]?\d+/.exec(text) ?? []
  const value = BigInt(digits.replace('+', '') || '0')
  const most = 1n << 63n
  const isHuge = value >= most * 2n || value <= -most * 2n
  if (digits === '' || (digits !== text && !isHuge)) return wrongSyntax('Atoi', text)
  return value < -most || value >= most ? outOfRange('Atoi', text) : { value: Number(value) }
}

const decimalFloat = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i
const hexFloat = /^[-+]?0x_?[\da-f_]*\.?[\da-f_]*p[-+]?\d+$/i

export function readFloat(text: string, bits: 32 | 64): Read<number> {
  if (/^[-+]?(inf|infinity)$/i.test(text))
    return { value: text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY }
  if (/^nan$/i.test(text)) return { value: Number.NaN }
  if (hexFloat.test(text)) return { value: hexValue(text) }
  if (!decimalFloat.test(text)) return wrongSyntax('ParseFloat', text)
  const value = bits === 32 ? Math.fround(Number(text)) : Number(text)
  return Number.isFinite(value) ? { value } : outOfRange('ParseFloat', text)
}

/** Go's integer literal without a sign. */
function literal(text: string): bigint | undefined {
  const isOne =
    /^(0[xX]_?[\da-fA-F]+(?:_[\da-fA-F]+)*|0[bB]_?[01]+(?:_[01]+)*|0[oO]?_?[0-7]+(?:_[0-7]+)*|0|[1-9]\d*(?:_\d+)*)$/.test(
      text,
    )
  if (!isOne) return undefined
  const digits = text.replaceAll('_', '')
  return BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits)
}

function hexValue(text: string): number {
  const [mantissa = '', exponent = '0'] = text
    .replaceAll('_', '')
    .toLowerCase()
    .replace(/[-+]?0x/, '')
    .split('p')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const size = Number.parseInt(`${whole}${fraction}` || '0', 16) * 2 ** (Number(exponent) - 4 * fraction.length)
  return text.startsWith('-') ? -size : size
}

function wrongSyntax(call: string, text: string): { readonly error: string } {
  return { error: `strconv.${call}: parsing ${goQuoted(text)}: invalid syntax` }
}

function outOfRange(call: string, text: string): { readonly error: string } {
  return { error: `strconv.${call}: parsing ${goQuoted(text)}: value out of range` }
}
