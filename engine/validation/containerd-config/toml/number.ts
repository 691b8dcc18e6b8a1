import { type Cursor, fail } from './cursor.ts'
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
    if (!moment.test(scanned)) throw fail(cursor, 'dates are expected to have the format YYYY-MM-DD', at)
    if (!isDay(scanned)) throw fail(cursor, 'impossible date', at)
    return { is: 'datetime', ...done(scanned.length) }
  }
  const based = /^0(?:x[\da-fA-F_]*|o[0-7_]*|b[01_]*)/.exec(rest)?.[0]
  if (based !== undefined) {
    if (/^0.(?:_|$)|_$|__/.test(based))
      throw fail(cursor, 'number must have at least one digit between underscores', at)
    return { is: 'integer', value: Number(based.replaceAll('_', '')), ...done(based.length) }
  }
  const signed = /^[+-](?:inf|nan)/.exec(rest)?.[0]
  if (signed !== undefined) return { is: 'float', ...done(signed.length) }
  const scanned = /^[\d+\-_.eE]+/.exec(rest)?.[0] ?? ''
  if (scanned === '') throw fail(cursor, 'incomplete number', at)
  const stray = rest[scanned.length]
  if (stray === 'i' || stray === 'n')
    throw fail(cursor, `unexpected character '${stray}' while scanning for a number`, at + scanned.length)
  if (/^[+-]?(?:0|[1-9](?:_?\d)*)$/.test(scanned))
    return { is: 'integer', value: Number(scanned.replaceAll('_', '')), ...done(scanned.length) }
  if (/^[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?$/.test(scanned))
    return { is: 'float', ...done(scanned.length) }
  if (/^[+-]?0\d/.test(scanned)) throw fail(cursor, 'leading zero not allowed on decimal number', at)
  throw fail(cursor, 'unable to parse number', at)
}

/** Whether the month of a date has that day; a time alone has none. */
function isDay(text: string): boolean {
  const [year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? []).slice(1).map(Number)
  if (year === undefined || month === undefined || day === undefined) return true
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
}
