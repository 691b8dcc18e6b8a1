import { codeCount, codesOf } from '../event-types.ts'
import { onceFor } from './once-for.ts'
import type { CheckNode, ConditionNode } from './syntax.ts'

/** The events that a condition can be about: some codes, or all but some. */
export interface EventSet {
  readonly allBut: boolean
  readonly codes: ReadonlySet<number>
}

const everything: EventSet = { allBut: true, codes: new Set() }

export function sizeOf({ allBut, codes }: EventSet): number {
  return allBut ? codeCount - codes.size : codes.size
}

/** Whether Falco asks a rule with this set about an event of this type. */
export function includesEvent({ allBut, codes }: EventSet, type: string): boolean {
  const own = codesOf(type)
  return own.length === 0 ? allBut : own.some(code => codes.has(code) !== allBut)
}

/**
 * The event types that a condition restricts itself to, by Falco's own algebra: only `evt.type` and `syscall.type` with
 * =, != and in count, `not` is pushed down to them, and everything else is about all events, negated or not.
 */
export function eventsOf(node: ConditionNode, negated = false): EventSet {
  switch (node.kind) {
    case 'not':
      return eventsOf(node.child, !negated)
    case 'and':
    case 'or': {
      const combine = (node.kind === 'and') === negated ? union : intersection
      return node.children.map(child => eventsOf(child, negated)).reduce(combine)
    }
    case 'macro':
      return everything
    case 'check':
      return eventsOfCheck(node, negated)
  }
}

/** Whether a check restricts a rule to event types. */
export function namesEvents({ left, operator, right, modifier }: CheckNode): boolean {
  const isType = left.kind === 'field' && (left.name === 'evt.type' || left.name === 'syscall.type')
  const isPlain = right?.kind === 'value' || right?.kind === 'list'
  return isType && isPlain && modifier === undefined && ['=', '!=', 'in'].includes(operator)
}

function eventsOfCheck(check: CheckNode, negated: boolean): EventSet {
  if (!namesEvents(check)) return everything
  const { right, operator } = check
  return { allBut: (operator === '!=') !== negated, codes: codesIn(right) }
}

function codesIn(right: CheckNode['right']): ReadonlySet<number> {
  if (right?.kind === 'value') return new Set(codesOf(right.text))
  if (right?.kind !== 'list') return new Set()
  const { items, listed } = right
  const work = () => new Set(items.flatMap(({ text }) => codesOf(text)))
  return listed ? onceFor(items, 'codes', work) : work()
}

function intersection(a: EventSet, b: EventSet): EventSet {
  if (a.allBut && b.allBut) return { allBut: true, codes: new Set([...a.codes, ...b.codes]) }
  if (b.allBut) return { allBut: false, codes: new Set([...a.codes].filter(code => !b.codes.has(code))) }
  if (a.allBut) return intersection(b, a)
  return { allBut: false, codes: new Set([...a.codes].filter(code => b.codes.has(code))) }
}

function union(a: EventSet, b: EventSet): EventSet {
  const neither = intersection({ ...a, allBut: !a.allBut }, { ...b, allBut: !b.allBut })
  return { ...neither, allBut: !neither.allBut }
}
