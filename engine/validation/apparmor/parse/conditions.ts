import { expect, type Parser, peek, take, takeIf, unexpected } from './parser.ts'
import { stop } from './refusal.ts'

/** `name=value`, `name=(a, b)`, `name in (a, b)`. */
export interface Condition {
  readonly name: string
  /** False for `in`. */
  readonly equals: boolean
  readonly values: readonly string[]
}

/** Conditions as long as there are some; the last stands first, as the parser looks at them. */
export function conditions(parser: Parser): readonly Condition[] {
  const found: Condition[] = []
  while (peek(parser).kind === 'TOK_CONDID') found.unshift(condition(parser))
  return found
}

function condition(parser: Parser): Condition {
  const name = take(parser).text
  if (takeIf(parser, 'TOK_EQUALS')) {
    const value = takeIf(parser, 'TOK_VALUE')
    if (value) return { name, equals: true, values: [value.text] }
    if (!takeIf(parser, 'TOK_OPENPAREN')) throw unexpected(parser, 'TOK_VALUE', 'TOK_OPENPAREN')
    return { name, equals: true, values: values(parser) }
  }
  if (!takeIf(parser, 'TOK_IN')) return { name, equals: false, values: [] }
  expect(parser, 'TOK_OPENPAREN')
  return { name, equals: false, values: values(parser) }
}

/** Values up to the closing parenthesis, at least one. */
export function values(parser: Parser): readonly string[] {
  const found = [expect(parser, 'TOK_VALUE').text]
  for (;;) {
    const next = expect(parser, 'TOK_VALUE', 'TOK_CLOSEPAREN')
    if (next.kind === 'TOK_CLOSEPAREN') return found
    found.push(next.text)
  }
}

/** `peer=(…)`, `xattrs=(…)`. */
export interface ConditionGroup {
  readonly name: string
  readonly conditions: readonly Condition[]
}

export function conditionGroup(parser: Parser): ConditionGroup | undefined {
  const name = takeIf(parser, 'TOK_CONDLISTID')
  if (!name) return undefined
  expect(parser, 'TOK_EQUALS')
  expect(parser, 'TOK_OPENPAREN')
  const inside = conditions(parser)
  if (!takeIf(parser, 'TOK_CLOSEPAREN')) throw unexpected(parser, 'TOK_CONDID', 'TOK_CLOSEPAREN')
  return { name: name.text, conditions: inside }
}

/** The conditions of `peer=(…)`; another group is refused in the words of the rule. */
export function peerConditions(parser: Parser, rule: string): readonly Condition[] {
  const group = conditionGroup(parser)
  if (!group) return []
  if (group.name !== 'peer') {
    throw stop(parser.scanner, 'apparmor-condition', `${rule} rule: invalid conditional group ${group.name}=()`)
  }
  return group.conditions
}

/** Puts conditions into a map; a second one of a name is refused in the words of the rule. */
export function once(
  parser: Parser,
  rule: string,
  found: Map<string, string>,
  { name, values: [value] }: Condition,
): void {
  if (found.has(name)) {
    const words = `${rule} conditional "${name}" can only be specified once\n`
    throw stop(parser.scanner, 'apparmor-condition', words)
  }
  found.set(name, value ?? '')
}
