import { eventsOf, namesEvents, sizeOf } from './condition/event-set.ts'
import type { CheckNode, ConditionNode } from './condition/syntax.ts'
import { findField } from './fields.ts'

/** Why a condition can hold for no event, and the check that rules the last one out. */
export interface Contradiction {
  readonly kind: 'event-types' | 'two-values' | 'never-true'
  readonly check: CheckNode
  /** The check that it cannot hold together with. */
  readonly other?: CheckNode
}

/** Looks at what a condition joins with `and` at its top: types that exclude each other, one field with two values. */
export function contradictionIn(node: ConditionNode): Contradiction | undefined {
  const joined = checksJoined(node)
  if (sizeOf(eventsOf(node)) === 0) {
    const typed = joined.filter(namesEvents)
    const check = typed.at(-1) ?? joined[0]
    const [other] = typed.filter(each => each !== check)
    if (check) return { kind: 'event-types', check, ...(other && { other }) }
  }
  const never = joined.find(isNeverTrue)
  if (never) return { kind: 'never-true', check: never }
  const compared = joined.slice(0, mostCompared)
  for (const [at, check] of compared.entries()) {
    const other = compared.slice(0, at).find(each => excludes(each, check))
    if (other) return { kind: 'two-values', check, other }
  }
  return undefined
}

/** Each of the first so many checks is held against each: nobody writes more, and the work grows with the square. */
const mostCompared = 64

function checksJoined(node: ConditionNode): readonly CheckNode[] {
  if (node.kind === 'check') return [node]
  return node.kind === 'and' ? node.children.flatMap(checksJoined) : []
}

/** Since Falco 0.42 there are only exit events; and nothing is in an empty list. */
function isNeverTrue({ left, operator, right }: CheckNode): boolean {
  if (right?.kind === 'list') return operator === 'in' && right.items.length === 0 && !isList(left)
  return (
    left.kind === 'field' &&
    left.name === 'evt.dir' &&
    operator === '=' &&
    right?.kind === 'value' &&
    right.text === '>'
  )
}

function isList(left: CheckNode['left']): boolean {
  return left.kind !== 'field' || left.name === 'fd.types'
}

/** Fields that look at several values can be two things at once. */
const severalValues = /^(?:fd\.(?:ip|net|port|types)|proc\.a(?:name|exe|exepath|cmdline|pid|env))$/

function excludes(a: CheckNode, b: CheckNode): boolean {
  if (a.left.kind !== 'field' || b.left.kind !== 'field') return false
  if (a.left.name !== b.left.name || a.left.argument !== b.left.argument) return false
  if (a.left.argument === undefined && severalValues.test(a.left.name)) return false
  const found = findField(a.left.name, a.left.argument)
  const [some, others] = [valuesOf(a), valuesOf(b)]
  if ('kind' in found || found.type === 'n' || !some || !others || namesEvents(a)) return false
  const either = new Set(others)
  return !some.some(value => either.has(value))
}

/** The values that a check allows; undefined when it is no such check. */
function valuesOf({ operator, modifier, right }: CheckNode): readonly string[] | undefined {
  if (modifier !== undefined || (operator !== '=' && operator !== 'in')) return undefined
  if (right?.kind === 'list' && operator === 'in') return right.items.map(({ text }) => text)
  return right?.kind === 'value' && operator === '=' ? [right.text] : undefined
}
