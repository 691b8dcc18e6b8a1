import { strftime } from '../../files/strftime.ts'
import type { Regex } from '../../regex/posix.ts'
import { formatAwk } from './format.ts'
import { type AwkWorld, type Machine, splitFields } from './run.ts'
import type { Expression } from './syntax.ts'
import { compare, fromOutside, numberOf, type Value } from './values.ts'

export interface Call {
  readonly machine: Machine
  readonly world: AwkWorld
  evaluate(expression: Expression): Value
  text(value: Value): string
  store(target: Expression, value: Value): Value
  regexOf(it: Value | Expression): Regex
  getField(index: number): Value
  fatal(text: string): never
}

type Function_ = (args: readonly Expression[], call: Call) => Value

const at = (args: readonly Expression[], index: number, { evaluate }: Call): Value => {
  const arg = args[index]
  return arg ? evaluate(arg) : undefined
}
const text = (args: readonly Expression[], index: number, call: Call) => call.text(at(args, index, call))
const number = (args: readonly Expression[], index: number, call: Call) => numberOf(at(args, index, call))
const math =
  (work: (value: number) => number): Function_ =>
  (args, call) =>
    work(number(args, 0, call))
const bits =
  (work: (a: bigint, b: bigint) => bigint): Function_ =>
  (args, call) =>
    Number(work(BigInt(Math.trunc(number(args, 0, call))), BigInt(Math.trunc(number(args, 1, call)))))

function nameOf(arg: Expression | undefined, call: Call): string {
  return arg?.kind === 'variable' ? arg.name : call.fatal('an array is wanted here')
}

/** `sub` and `gsub`: `&` is the match, `\&` itself. */
function substitute(args: readonly Expression[], call: Call, all: boolean): Value {
  const [pattern, , target] = args
  if (!pattern) return call.fatal('sub: not enough arguments')
  const regex = call.regexOf(pattern)
  const replacement = text(args, 1, call)
  const subject = target ? call.text(call.evaluate(target)) : call.text(call.getField(0))
  const done = replaced(subject, regex, replacement, all ? 'all' : 1, false)
  if (done.count > 0) call.store(target ?? { kind: 'field', index: { kind: 'number', value: 0 } }, done.text)
  return done.count
}

function replaced(
  subject: string,
  regex: Regex,
  replacement: string,
  which: number | 'all',
  groups: boolean,
): { text: string; count: number } {
  let out = ''
  let from = 0
  let count = 0
  let seen = 0
  let last = -1
  for (let place = 0; place <= subject.length; ) {
    const match = regex.find(subject, place)
    if (!match) break
    const empty = match.end === match.start
    if (empty && match.start === last) {
      place = match.start + 1
      continue
    }
    seen++
    last = match.end
    if (which === 'all' || seen === which) {
      out += subject.slice(from, match.start) + filled(replacement, match.groups, groups)
      from = match.end
      count++
      if (which !== 'all') break
    }
    place = empty ? match.end + 1 : match.end
  }
  return { text: out + subject.slice(from), count }
}

function filled(replacement: string, groups: readonly (string | undefined)[], numbered: boolean): string {
  return replacement.replace(/\\\\&|\\&|&|\\(\d)|\\\\/g, (found, digit: string | undefined) => {
    if (found === '&') return groups[0] ?? ''
    if (found === '\\&') return '&'
    if (found === '\\\\&') return `\\${groups[0] ?? ''}`
    if (digit !== undefined) return numbered ? (groups[Number(digit)] ?? '') : found
    return '\\'
  })
}

function sortedInto(args: readonly Expression[], call: Call, keys: boolean): Value {
  const source = call.machine.list(nameOf(args[0], call))
  const target = args[1] ? call.machine.list(nameOf(args[1], call)) : source
  const items: Value[] = keys ? [...source.keys()] : [...source.values()]
  items.sort(compare)
  target.clear()
  items.forEach((item, index) => void target.set(String(index + 1), item))
  return items.length
}

const functions: Readonly<Record<string, Function_>> = {
  and: bits((a, b) => a & b),
  asort: (args, call) => sortedInto(args, call, false),
  asorti: (args, call) => sortedInto(args, call, true),
  atan2: (args, call) => Math.atan2(number(args, 0, call), number(args, 1, call)),
  close: (args, call) => call.world.close(text(args, 0, call)),
  compl: (args, call) => Number(BigInt.asUintN(53, ~BigInt(Math.trunc(number(args, 0, call))))),
  cos: math(Math.cos),
  exp: math(Math.exp),
  fflush: () => 0,
  gensub: (args, call) => {
    const how = text(args, 2, call)
    const which = /^[gG]/.test(how) ? 'all' : Math.max(1, Math.trunc(Number(how)) || 1)
    const pattern = args[0]
    if (!pattern) return call.fatal('gensub: not enough arguments')
    const subject = args[3] ? text(args, 3, call) : call.text(call.getField(0))
    return replaced(subject, call.regexOf(pattern), text(args, 1, call), which, true).text
  },
  gsub: (args, call) => substitute(args, call, true),
  index: (args, call) => {
    const subject = text(args, 0, call)
    const place = subject.indexOf(text(args, 1, call))
    return place < 0 ? 0 : [...subject.slice(0, place)].length + 1
  },
  int: math(Math.trunc),
  length: (args, call) => {
    const [arg] = args
    if (!arg) return [...call.text(call.getField(0))].length
    if (arg.kind === 'variable' && call.machine.variables.get(arg.name) instanceof Map)
      return call.machine.list(arg.name).size
    return [...call.text(call.evaluate(arg))].length
  },
  log: math(Math.log),
  lshift: bits((a, b) => BigInt.asUintN(53, a << b)),
  match: (args, call) => {
    const subject = text(args, 0, call)
    const [, pattern, target] = args
    const found = pattern ? call.regexOf(pattern).find(subject, 0) : undefined
    call.machine.set('RSTART', found ? found.start + 1 : 0)
    call.machine.set('RLENGTH', found ? found.end - found.start : -1)
    if (target) {
      const list = call.machine.list(nameOf(target, call))
      list.clear()
      found?.groups.forEach((group, index) => {
        if (group !== undefined) list.set(String(index), fromOutside(group))
      })
    }
    return found ? found.start + 1 : 0
  },
  mktime: (args, call) => {
    const [year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0] = text(args, 0, call)
      .trim()
      .split(/\s+/)
      .map(Number)
    return Math.floor(Date.UTC(year, month - 1, day, hour, minute, second) / 1000)
  },
  or: bits((a, b) => a | b),
  rand: (_, call) => call.world.random(),
  rshift: bits((a, b) => a >> b),
  sin: math(Math.sin),
  split: (args, call) => {
    const subject = text(args, 0, call)
    const list = call.machine.list(nameOf(args[1], call))
    const by = args[2]
    const separator =
      by === undefined
        ? call.text(call.machine.get('FS'))
        : by.kind === 'regex'
          ? by.source
          : call.text(call.evaluate(by))
    const regex = by?.kind === 'regex' && separator.length === 1 && separator !== ' '
    const parts = regex ? subject.split(separator) : splitFields(subject, separator, source => call.regexOf(source))
    list.clear()
    parts.forEach((part, index) => void list.set(String(index + 1), fromOutside(part)))
    return subject === '' ? 0 : parts.length
  },
  sprintf: (args, call) =>
    formatAwk(
      args.map(arg => call.evaluate(arg)),
      value => call.text(value),
    ),
  sqrt: math(Math.sqrt),
  srand: (args, call) => {
    const before = call.machine.seed
    call.machine.seed = args.length > 0 ? number(args, 0, call) : Math.floor(call.world.clock / 1000)
    return before
  },
  strftime: (args, call) => {
    const when = args[1] ? number(args, 1, call) * 1000 : call.world.clock
    return strftime(args[0] ? text(args, 0, call) : '%a %b %e %H:%M:%S %Z %Y', when)
  },
  strtonum: (args, call) => {
    const given = text(args, 0, call).trim()
    if (/^0[xX][0-9A-Fa-f]+$/.test(given)) return Number(given)
    return /^0[0-7]+$/.test(given) ? Number.parseInt(given, 8) : numberOf(given)
  },
  sub: (args, call) => substitute(args, call, false),
  substr: (args, call) => {
    const chars = [...text(args, 0, call)]
    const start = Math.round(number(args, 1, call))
    const end = args[2] ? start + Math.round(number(args, 2, call)) : chars.length + 1
    return chars.slice(Math.max(start - 1, 0), Math.max(end - 1, 0)).join('')
  },
  system: (_, call) => call.fatal('system() is not simulated here'),
  systime: (_, call) => Math.floor(call.world.clock / 1000),
  tolower: (args, call) => text(args, 0, call).toLowerCase(),
  toupper: (args, call) => text(args, 0, call).toUpperCase(),
  xor: bits((a, b) => a ^ b),
}

export function isBuiltin(name: string): boolean {
  return Object.hasOwn(functions, name)
}

export function callBuiltin(name: string, args: readonly Expression[], call: Call): Value {
  return functions[name]?.(args, call)
}
