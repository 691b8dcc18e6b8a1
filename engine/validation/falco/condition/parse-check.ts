import { type MappedText, unplaced } from '../mapped-text.ts'
import {
  type Cursor,
  cursorOver,
  fail,
  type Listed,
  patterns,
  skipBlank,
  take,
  takeListed,
  takePattern,
  takeQuoted,
  takeWord,
} from './cursor.ts'
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
  skipBlank(cursor)
  const first = takeListed(cursor)
  skipBlank(cursor)
  if (first && take(cursor, ')')) {
    const listed = { start: first.at, end: first.at + first.length, source }
    return { kind: 'list', items: first.values, listed, start, end: cursor.at, source }
  }
  const items: ValueNode[] = first ? placed(first, source) : []
  const item = first ? undefined : parseString(cursor, source)
  // Falco takes a bad first element for an empty list.
  if (cursor.fault) cursor.fault = undefined
  else if (item) {
    items.push(item)
    skipBlank(cursor)
  }
  while (items.length > 0 && take(cursor, ',')) {
    skipBlank(cursor)
    const listed = takeListed(cursor)
    if (listed) for (const value of placed(listed, source)) items.push(value)
    else {
      const next = parseString(cursor, source)
      if (!next) return fail(cursor, 'expected a string value')
      items.push(next)
    }
    skipBlank(cursor)
  }
  if (!take(cursor, ')')) return fail(cursor, "expected a ')' token")
  return { kind: 'list', items, start, end: cursor.at, source }
}

function placed({ at, length, values }: Listed, source: MappedText): ValueNode[] {
  return values.map(({ text }) => ({ kind: 'value', text, start: at, end: at + length, source }))
}

/** The values of a text that is put in between parentheses or commas; undefined where it is more than values. */
export function valuesIn(text: string): readonly ValueNode[] | undefined {
  const source = unplaced(text)
  const cursor = cursorOver(text)
  const values: ValueNode[] = []
  do {
    skipBlank(cursor)
    const value = parseString(cursor, source)
    if (!value) return undefined
    values.push(value)
    skipBlank(cursor)
  } while (take(cursor, ','))
  return cursor.at === text.length ? values : undefined
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
