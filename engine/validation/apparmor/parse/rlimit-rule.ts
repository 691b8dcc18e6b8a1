import type { Prefix, RlimitRule } from '../policy.ts'
import { beginning, expect, type Parser, stated, take, takeIf, unexpected } from './parser.ts'
import { stop } from './refusal.ts'
import { rlimits } from './tables.ts'

const seconds = 1_000_000
const inMicroseconds: Readonly<Record<string, number>> = {
  us: 1,
  microsecond: 1,
  microseconds: 1,
  ms: 1000,
  millisecond: 1000,
  milliseconds: 1000,
  s: seconds,
  sec: seconds,
  second: seconds,
  seconds,
  min: 60 * seconds,
  minute: 60 * seconds,
  minutes: 60 * seconds,
  h: 3600 * seconds,
  hour: 3600 * seconds,
  hours: 3600 * seconds,
  d: 86_400 * seconds,
  day: 86_400 * seconds,
  days: 86_400 * seconds,
  week: 604_800 * seconds,
  weeks: 604_800 * seconds,
}
const inBytes: Readonly<Record<string, number>> = {
  K: 1024,
  KB: 1024,
  M: 1024 ** 2,
  MB: 1024 ** 2,
  G: 1024 ** 3,
  GB: 1024 ** 3,
}
const counted = new Set(['nofile', 'ofile', 'nproc', 'locks', 'sigpending', 'rtprio'])
const plain: Prefix = { priority: 0, audit: false, mode: 'allow' }

/** `set rlimit name <= value [unit],` */
export function rlimitRule(parser: Parser): RlimitRule {
  const begin = beginning(parser)
  take(parser)
  expect(parser, 'TOK_RLIMIT')
  const name = expect(parser, 'TOK_ID').text
  expect(parser, 'TOK_LE')
  const value = expect(parser, 'TOK_VALUE').text
  const unit = takeIf(parser, 'TOK_ID')?.text
  const end = takeIf(parser, 'TOK_END_OF_RULE')
  if (!end) throw unexpected(parser, 'TOK_END_OF_RULE')
  const fail = (words: string) => stop(parser.scanner, 'apparmor-rlimit', words, { name })
  if (!Object.hasOwn(rlimits, name)) throw fail(`INVALID RLIMIT '${name}'\n`)
  const limit = value === 'infinity' ? undefined : limitOf(fail, name, value, unit)
  return { kind: 'rlimit', ...stated(parser, begin, plain, end), name, ...(limit !== undefined && { limit }) }
}

function limitOf(fail: (words: string) => Error, name: string, value: string, unit: string | undefined): number {
  // Digits after a 0 are octal.
  const number = /^-?0[0-7]+$/.test(value) ? Number.parseInt(value, 8) : Number.parseInt(value, 10)
  const wrong = fail(`RLIMIT '${name}' invalid value ${value} ${unit ?? ''}\n`)
  if (name === 'nice') {
    if (unit !== undefined) throw wrong
    if (number < -20 || number > 19) throw fail(`RLIMIT '${name}' out of range (-20 .. 19) ${number}\n`)
    return number + 20
  }
  if (number < 0) throw wrong
  if (counted.has(name)) {
    if (unit !== undefined) throw wrong
    return number
  }
  if (name !== 'cpu' && name !== 'rttime') {
    const factor = unit === undefined ? 1 : Object.hasOwn(inBytes, unit) ? inBytes[unit] : undefined
    if (factor === undefined) throw wrong
    return number * factor
  }
  const base = name === 'cpu' ? seconds : 1
  const factor = unit === undefined ? base : Object.hasOwn(inMicroseconds, unit) ? inMicroseconds[unit] : undefined
  if (factor === undefined) throw wrong
  const limit = Math.floor((number * factor) / base)
  if (number > 0 && limit === 0) throw fail(`RLIMIT '${name} ${value}' < minimum value of 1s\n`)
  return limit
}
