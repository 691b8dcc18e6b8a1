import { general } from '../../builtins/printf.ts'

/** Text that came from outside and looks like a number: it compares as one. */
export interface Numeric {
  readonly text: string
  readonly number: number
}

/** A value of awk; undefined is the value of a variable that was never set. */
export type Value = number | string | Numeric | undefined

const looksNumeric = /^[ \t\n]*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?[ \t\n]*$/

/** What a field, an argument or a line of input is. */
export function fromOutside(text: string): Value {
  return looksNumeric.test(text) ? { text, number: Number(text.trim()) } : text
}

export function numberOf(value: Value): number {
  if (typeof value === 'number') return value
  if (value === undefined) return 0
  if (typeof value === 'object') return value.number
  const found = /^[ \t\n]*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/.exec(value)
  return found ? Number(found[0].trim()) : 0
}

export function textOf(value: Value, convert = '%.6g'): string {
  if (typeof value === 'string') return value
  if (value === undefined) return ''
  if (typeof value === 'object') return value.text
  if (Number.isInteger(value)) return Math.abs(value) < 1e16 ? String(value) : BigInt(value).toString()
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '-nan' : value < 0 ? '-inf' : 'inf'
  const precision = /^%\.(\d+)g$/.exec(convert)?.[1]
  return value < 0
    ? `-${general(-value, Number(precision ?? 6), false)}`
    : general(value, Number(precision ?? 6), false)
}

export function truthOf(value: Value): boolean {
  if (typeof value === 'string') return value !== ''
  return numberOf(value) !== 0
}

/** Numbers compare as numbers, text as text; a value that was never set is both. */
export function compare(a: Value, b: Value): number {
  if (typeof a !== 'string' && typeof b !== 'string') {
    const [x, y] = [numberOf(a), numberOf(b)]
    return x < y ? -1 : x > y ? 1 : 0
  }
  const [x, y] = [textOf(a), textOf(b)]
  return x < y ? -1 : x > y ? 1 : 0
}
