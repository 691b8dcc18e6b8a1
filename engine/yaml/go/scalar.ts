import type { Scalar } from './nodes.ts'
import { Refused } from './refused.ts'

/** A scalar with the type that yaml.v2 gives it. `int` and `uint` differ in Go: the latter does not fit into 63 bits. */
export type ScalarValue =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'int' | 'uint'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'null' }

type Type = 'str' | 'int' | 'float' | 'bool' | 'null' | 'timestamp'

const yaml = 'tag:yaml.org,2002:'
const types: readonly string[] = ['str', 'int', 'float', 'bool', 'null', 'timestamp']

/** The value of a scalar: by YAML 1.1's words, Go's numbers, and the tag. Throws a refusal where the two do not fit. */
export function scalarValue({ text, tag, implicit, start }: Scalar): ScalarValue {
  if (tag === '' && !implicit) return { kind: 'string', value: text }
  if (tag === '') return resolved(text, true).value
  const type = tag.startsWith(yaml) ? tag.slice(yaml.length) : ''
  if (type === 'binary') {
    const bytes = fromBase64(text)
    if (!bytes) throw new Refused('yaml: !!binary value contains invalid base64 data', start.offset)
    return { kind: 'string', value: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
  }
  if (type === 'str' || !types.includes(type)) return { kind: 'string', value: text }
  const found = resolved(text, type === 'timestamp')
  if (found.type === type) return found.value
  if (type === 'float' && found.value.kind === 'int') return { kind: 'float', value: Number(found.value.value) }
  throw new Refused(`yaml: cannot decode !!${found.type} \`${text}\` as a !!${type}`, start.offset)
}

interface Resolved {
  readonly type: Type
  readonly value: ScalarValue
}

const words: ReadonlyMap<string, Resolved> = new Map([
  ...['', '~', 'null', 'Null', 'NULL'].map(word => [word, { type: 'null', value: { kind: 'null' } }] as const),
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE'].map(word => [word, bool(true)] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'False', 'FALSE'].map(
    word => [word, bool(false)] as const,
  ),
])

function resolved(text: string, timestamps: boolean): Resolved {
  const word = words.get(text)
  if (word) return word
  const asText: Resolved = { type: 'str', value: { kind: 'string', value: text } }
  if (!/^[-+.0-9]/.test(text)) return asText
  const infinite = /^([-+]?)\.(?:inf|Inf|INF)$/.exec(text)
  if (infinite) return float(infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY)
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) return float(Number.NaN)
  if (text.startsWith('.')) {
    if (!/^\.[0-9](?:_?[0-9])*(?:[eE][-+]?[0-9](?:_?[0-9])*)?$/.test(text)) return asText
    return finite(text.replaceAll('_', '')) ?? asText
  }
  // Kept as the text that it is: only the name of its type differs.
  if (timestamps && isTimestamp(text)) return { ...asText, type: 'timestamp' }
  const plain = text.replaceAll('_', '')
  return integer(plain) ?? (yamlFloat.test(plain) ? finite(plain) : undefined) ?? oddBinary(plain) ?? asText
}

const yamlFloat = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/

/** Go's integers: with a leading nought in base 8, else with `0x`, `0o`, `0b`; up to 64 bits. */
function integer(text: string): Resolved | undefined {
  const literal = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/.exec(text)
  if (!literal) return undefined
  const [, sign, digits = ''] = literal
  if (digits.length > 80 && /^[1-9]|^0[xX]0*[1-9a-fA-F]/.test(digits)) return undefined
  const size = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits)
  const value = sign === '-' ? -size : size
  if (BigInt.asIntN(64, value) === value) return int('int', value)
  return sign === '' && size < 1n << 64n ? int('uint', size) : undefined
}

/** What yaml.v2 makes of a binary number whose sign is behind its `0b`. */
function oddBinary(text: string): Resolved | undefined {
  const [, sign, digits] = /^0b([-+])([01]{1,63})$/.exec(text) ?? []
  if (digits === undefined) return undefined
  const size = BigInt(`0b${digits}`)
  return int('int', sign === '-' ? -size : size)
}

function int(kind: 'int' | 'uint', value: bigint): Resolved {
  return { type: 'int', value: { kind, value } }
}

function bool(value: boolean): Resolved {
  return { type: 'bool', value: { kind: 'bool', value } }
}

function float(value: number): Resolved {
  return { type: 'float', value: { kind: 'float', value } }
}

function finite(text: string): Resolved | undefined {
  const value = Number(text)
  return Number.isFinite(value) ? float(value) : undefined
}

function isTimestamp(text: string): boolean {
  const found =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[-+]\d{2}:\d{2}))|(?: (\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?))?$/.exec(
      text,
    )
  if (!found) return false
  const [year = 0, month = 0, day = 0, ...time] = found.slice(1).map(part => Number(part ?? 0))
  const [hour = 0, minute = 0, second = 0] = time.slice(0, 3).map((part, i) => part + (time[i + 3] ?? 0))
  const days = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ]
  return day >= 1 && day <= (days[month - 1] ?? 0) && hour < 24 && minute < 60 && second < 60
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function fromBase64(text: string): Uint8Array | undefined {
  const digits = text.replace(/[\r\n]/g, '')
  if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) return undefined
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const digit of digits.replace(/=+$/, '')) {
    bits = ((bits << 6) | alphabet.indexOf(digit)) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes.push((bits >> held) & 0xff)
  }
  return Uint8Array.from(bytes)
}
