import type { MappedText } from '../mapped-text.ts'
import { type Cursor, fail, patterns, skipBlank, take, takePattern, takeQuoted, takeWord } from './cursor.ts'
import { parseField, parseRightHand, parseTransformer, transformerWords } from './parse-operand.ts'
import {
  type CheckNode,
  type ListNode,
  listOperators,
  type Modifier,
  modifiers,
  numericOperators,
  type Operand,
  type Operator,
  operators,
  stringOperators,
  type ValueNode,
} from './syntax.ts'

const quotedNames = (names: readonly string[]) => names.map(name => `'${name}'`).join(', ')
const expectedOperator = `expected a valid check operator: one of ${quotedNames(operators)}`
const orField = `or a field with a valid transformer: ${transformerWords}`

/** Parses a check that begins with a field or a transformer; undefined without a fault when neither stands here. */
export function parseCheck(cursor: Cursor, source: MappedText): CheckNode | undefined {
  const start = cursor.at
  const left = parseField(cursor, source) ?? parseTransformer(cursor, source)
  if (!left || cursor.fault) return undefined
  skipBlank(cursor)
  const rest = parseComparison(cursor, source)
  if (!rest || cursor.fault) return undefined
  return { kind: 'check', left, ...rest, start, end: cursor.at, source }
}

type Comparison = Pick<CheckNode, 'operator' | 'modifier' | 'right'>

function parseComparison(cursor: Cursor, source: MappedText): Comparison | undefined {
  if (take(cursor, 'exists')) return { operator: 'exists' }
  for (const operator of numericOperators) if (take(cursor, operator)) return numeric(cursor, source, operator)
  for (const operator of stringOperators) {
    const isWord = /^[a-z]/.test(operator)
    if (isWord ? takeWord(cursor, operator) : take(cursor, operator))
      return text(cursor, source, operator === '==' ? '=' : operator, isWord || skipBlank(cursor))
  }
  for (const operator of listOperators) if (take(cursor, operator)) return list(cursor, source, operator)
  return fail(cursor, expectedOperator)
}

function numeric(cursor: Cursor, source: MappedText, operator: Operator): Comparison | undefined {
  skipBlank(cursor)
  const right = parseRightHand(cursor, source) ?? parseNumber(cursor, source)
  if (cursor.fault) return undefined
  return right ? { operator, right } : fail(cursor, `expected a number value ${orField}`)
}

function text(cursor: Cursor, source: MappedText, operator: Operator, blankBefore: boolean): Comparison | undefined {
  if (blankBefore) {
    const modifier = takeModifier(cursor)
    if (modifier) {
      const right = parseListOrName(cursor, source)
      if (cursor.fault) return undefined
      return right ? { operator, modifier, right } : fail(cursor, 'expected a list or an identifier')
    }
  }
  const right: Operand | ValueNode | undefined = parseRightHand(cursor, source) ?? parseString(cursor, source)
  if (cursor.fault) return undefined
  return right ? { operator, right } : fail(cursor, `expected a string value ${orField}`)
}

function list(cursor: Cursor, source: MappedText, operator: Operator): Comparison | undefined {
  skipBlank(cursor)
  if (cursor.text.charAt(cursor.at) === '(') {
    const right = parseListOrName(cursor, source)
    return right && !cursor.fault ? { operator, right } : undefined
  }
  const right: Operand | ValueNode | undefined = parseRightHand(cursor, source) ?? parseName(cursor, source)
  if (cursor.fault) return undefined
  return right ? { operator, right } : fail(cursor, `expected a list, an identifier, ${orField}`)
}

/** A modifier counts only before a list or a name that is no keyword; else the word is a string like any other. */
function takeModifier(cursor: Cursor): Modifier | undefined {
  for (const modifier of modifiers) {
    const before = { at: cursor.at, last: cursor.last }
    if (!takeWord(cursor, modifier)) continue
    const ahead = cursor.text.slice(cursor.at, cursor.at + 4)
    if (/^(?:\(|[a-zA-Z])/.test(ahead) && !/^(?:and|or|not)(?![a-zA-Z0-9_])/.test(ahead)) return modifier
    Object.assign(cursor, before)
  }
  return undefined
}

function parseListOrName(cursor: Cursor, source: MappedText): ListNode | ValueNode | undefined {
  const start = cursor.at
  if (!take(cursor, '(')) return parseName(cursor, source)
  const items: ValueNode[] = []
  skipBlank(cursor)
  let item = parseString(cursor, source)
  if (cursor.fault) {
    // Falco takes a bad first element for an empty list.
    cursor.fault = undefined
    item = undefined
  }
  if (item) {
    items.push(item)
    skipBlank(cursor)
    while (take(cursor, ',')) {
      skipBlank(cursor)
      const next = parseString(cursor, source)
      if (!next) return fail(cursor, 'expected a string value')
      items.push(next)
      skipBlank(cursor)
    }
  }
  if (!take(cursor, ')')) return fail(cursor, "expected a ')' token")
  return { kind: 'list', items, start, end: cursor.at, source }
}

function parseString(cursor: Cursor, source: MappedText): ValueNode | undefined {
  const start = cursor.at
  const text = takeQuoted(cursor) ?? (cursor.fault ? undefined : takePattern(cursor, patterns.bare))
  return text === undefined ? undefined : { kind: 'value', text, start, end: cursor.at, source }
}

function parseNumber(cursor: Cursor, source: MappedText): ValueNode | undefined {
  const start = cursor.at
  const text = takePattern(cursor, patterns.hex) ?? takePattern(cursor, patterns.number)
  return text === undefined ? undefined : { kind: 'value', text, start, end: cursor.at, source }
}

function parseName(cursor: Cursor, source: MappedText): ValueNode | undefined {
  const start = cursor.at
  const text = takePattern(cursor, patterns.identifier)
  return text === undefined ? undefined : { kind: 'value', text, start, end: cursor.at, source }
}
