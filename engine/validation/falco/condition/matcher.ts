import { type Address, isIn, parseAddress, sameAddress } from './address.ts'
import {
  type BadValue,
  isBad,
  parseBool,
  parseBytes,
  parseInteger,
  parseIp,
  parseNet,
  parsePort,
  parseText,
} from './constants.ts'
import { compileGlob, foldCase } from './glob.ts'
import { compileNumber, compileNumberSet } from './number-match.ts'
import { kindOf } from './operator-types.ts'
import { compilePathMatch } from './path-match.ts'
import { compileRegex } from './regex.ts'
import type { CheckNode, Operator, ValueNode } from './syntax.ts'
import type { Subject } from './test.ts'

/** Whether one value, as text, satisfies a comparison. */
export type Matcher = (value: string) => boolean

type Refuse = (item: ValueNode, bad: BadValue) => void

/** Compiles a comparison with constants; undefined after a constant was refused. */
export function compileMatcher(
  { operator, modifier }: Pick<CheckNode, 'operator' | 'modifier'>,
  subject: Subject,
  items: readonly ValueNode[],
  refuse: Refuse,
): Matcher | undefined {
  if (!modifier) return single(operator, subject, items, refuse)
  const each: Matcher[] = []
  for (const item of items) {
    const matcher = single(operator, subject, [item], refuse)
    if (!matcher) return undefined
    each.push(matcher)
  }
  if (each.length === 0) return never
  // Falco looks the bytes of an address up in a set of networks, which never meet.
  if (subject.type === 'n' && modifier === 'anyof' && operator === '=') return never
  if (subject.type === 'n' && modifier === 'allof' && operator === '!=') return () => true
  if (modifier === 'anyof') return value => each.some(matcher => matcher(value))
  if (modifier === 'allof') return value => each.every(matcher => matcher(value))
  return value => each.filter(matcher => matcher(value)).length === 1
}

const never: Matcher = () => false

function single(
  operator: Operator,
  subject: Subject,
  items: readonly ValueNode[],
  refuse: Refuse,
): Matcher | undefined {
  switch (kindOf(subject)) {
    case 'numeric':
      return numeric(operator, subject, items, refuse)
    case 'bool':
      return bool(operator, items, refuse)
    case 'net':
      return net(operator, subject, items, refuse)
    default:
      return text(operator, subject, items, refuse)
  }
}

function parsedAll<T extends object | bigint | string | boolean>(
  items: readonly ValueNode[],
  parse: (text: string) => T | BadValue,
  refuse: Refuse,
): readonly T[] | undefined {
  const values: T[] = []
  let good = true
  for (const item of items) {
    const value = parse(item.text)
    if (!isBad(value)) values.push(value)
    else {
      refuse(item, value)
      good = false
    }
  }
  return good ? values : undefined
}

function numeric(
  operator: Operator,
  subject: Subject,
  items: readonly ValueNode[],
  refuse: Refuse,
): Matcher | undefined {
  const { type } = subject
  const constants = parsedAll(items, type === 'o' ? parsePort : text => parseInteger(text, type), refuse)
  if (!constants) return undefined
  const [constant = 0n] = constants
  if (operator === 'in' || operator === 'intersects') {
    if (neverFound(subject)) return never
    return compileNumberSet(constants)
  }
  if (type === 'd') {
    const compare = comparisons[operator]
    return compare && (value => compare(Number(value), Number(constant)))
  }
  return compileNumber(operator, constant)
}

/** Falco looks these up by bytes of another length, which never meet. */
function neverFound({ field }: Subject): boolean {
  const name = field?.spec.name
  return name === 'evt.rawarg' || name === 'fd.ip' || (name === 'proc.apid' && field?.argument === undefined)
}

type Ordered = number | bigint | string
const comparisons: Partial<Record<Operator, (a: Ordered, b: Ordered) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

function bool(operator: Operator, items: readonly ValueNode[], refuse: Refuse): Matcher | undefined {
  const constants = parsedAll(items, parseBool, refuse)
  if (!constants) return undefined
  const wanted = constants.map(String)
  if (operator === '!=') return value => value !== wanted[0]
  return value => wanted.includes(value)
}

function net(operator: Operator, subject: Subject, items: readonly ValueNode[], refuse: Refuse): Matcher | undefined {
  const meets = subject.type === 'p' ? addresses(items, refuse) : networks(subject, items, refuse)
  if (!meets) return undefined
  if (neverFound(subject) && operator !== '=' && operator !== '!=') return never
  return value => {
    const address = parseAddress(value)
    if (!address) return false
    return operator === '!=' ? !meets(address) : meets(address)
  }
}

function addresses(items: readonly ValueNode[], refuse: Refuse): ((address: Address) => boolean) | undefined {
  const constants = parsedAll(items, parseIp, refuse)
  return constants && (address => constants.some(each => sameAddress(each, address)))
}

function networks(
  { field }: Subject,
  items: readonly ValueNode[],
  refuse: Refuse,
): ((address: Address) => boolean) | undefined {
  const constants = parsedAll(items, parseNet, refuse)
  // Of the networks for either end Falco looks at the first only.
  const looked = field?.spec.name === 'fd.net' ? constants?.slice(0, 1) : constants
  return looked && (address => looked.some(each => isIn(address, each)))
}

function text(operator: Operator, { type }: Subject, items: readonly ValueNode[], refuse: Refuse): Matcher | undefined {
  const isHex = operator === 'bcontains' || operator === 'bstartswith'
  const constants = parsedAll(items, isHex ? fromHex : type === 'y' ? parseBytes : parseText, refuse)
  if (!constants) return undefined
  const [constant = ''] = constants
  switch (operator) {
    case '=':
      return value => value === constant
    case '!=':
      return value => value !== constant
    case 'in':
    case 'intersects': {
      const wanted = new Set(constants)
      return value => wanted.has(value)
    }
    case 'contains':
    case 'bcontains':
      return value => value.includes(constant)
    case 'startswith':
    case 'bstartswith':
      return value => value.startsWith(constant)
    case 'endswith':
      return value => value.endsWith(constant)
    case 'icontains': {
      const folded = foldCase(constant)
      return value => foldCase(value).includes(folded)
    }
    case 'glob':
    case 'iglob':
      return compileGlob(constant, { ignoreCase: operator === 'iglob' })
    case 'pmatch':
      return compilePathMatch(constants)
    case 'regex': {
      const compiled = compileRegex(constant)
      if (typeof compiled === 'function') return compiled
      const [item] = items
      if (item) refuse(item, compiled)
      return undefined
    }
    default: {
      const compare = type === 'c' ? comparisons[operator] : undefined
      return compare && (value => compare(value, constant))
    }
  }
}

function fromHex(text: string): string | BadValue {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text))
    return { message: 'filter error: bcontains and bstartswith operator support hex strings only' }
  return text.replace(/../g, pair => String.fromCharCode(Number.parseInt(pair, 16)))
}
