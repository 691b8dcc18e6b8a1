import { type Cursor, fail } from './cursor.ts'
import { floatFlaw, integerFlaw } from './number-flaw.ts'
import type { TomlValue } from './value.ts'

const date = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`
const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?`
const moment = new RegExp(`^(?:${date}(?:[Tt ]${time}(?:[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)?)?|${time})$`)

/** A number, a date or a time; what else stands where a value has to be is called a number too, as go-toml does. */
export function numberOrDate(cursor: Cursor): TomlValue {
  const { text, at } = cursor
  const rest = text.slice(at, at + 64)
  const done = (length: number) => {
    cursor.at += length
    return { range: { start: at, end: at + length } }
  }
  if (rest[0] === 'i' || rest[0] === 'n') {
    const word = rest[0] === 'i' ? 'inf' : 'nan'
    if (!rest.startsWith(word)) throw fail(cursor, `expected '${word}'`, at)
    return { is: 'float', ...done(3) }
  }
  if (/^(?:\d\d:|\d{4}-)/.test(rest)) {
    const scanned = /^[\dT:Zt.z+-]+(?: \d[\dT:Zt.z+-]*)?/.exec(rest)?.[0] ?? ''
    const words = moment.test(scanned)
      ? isDay(scanned)
        ? undefined
        : 'impossible date'
      : 'dates are expected to have the format YYYY-MM-DD'
    const flaw = words === undefined ? {} : { flaw: { words, at } }
    return { is: 'datetime', ...flaw, ...done(scanned.length) }
  }
  if (/^0[^.eE][\s\S]/.test(rest)) {
    const based = /^0(?:x[\da-fA-F_]*|o[0-7_]*|b[01_]*)?/.exec(rest)?.[0] ?? ''
    return integer(based, at, done(based.length))
  }
  const scanned = /^[\d+\-_.eE]*/.exec(rest)?.[0] ?? ''
  const word = /^(?:inf|nan)/.exec(rest.slice(scanned.length))?.[0] ?? ''
  const stray = rest[scanned.length]
  if (word === '' && (stray === 'i' || stray === 'n'))
    throw fail(cursor, `unexpected character '${stray}' while scanning for a number`, at + scanned.length)
  const digits = scanned + word
  if (digits === '') throw fail(cursor, 'incomplete number', at)
  if (word === '' && !/[.eE]/.test(scanned)) return integer(digits, at, done(digits.length))
  const flaw = floatFlaw(digits, at)
  return { is: 'float', ...(flaw && { flaw }), ...done(digits.length) }
}

function integer(digits: string, at: number, placed: Pick<TomlValue, 'range'>): TomlValue {
  const flaw = integerFlaw(digits, at)
  return { is: 'integer', value: flaw ? 0 : Number(digits.replaceAll('_', '')), ...(flaw && { flaw }), ...placed }
}

/** Whether the month of a date has that day; a time alone has none. */
function isDay(text: string): boolean {
  const [year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? []).slice(1).map(Number)
  if (year === undefined || month === undefined || day === undefined) return true
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
}
