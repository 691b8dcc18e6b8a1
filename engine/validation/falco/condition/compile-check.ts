import { limit } from '../../../yaml/limits.ts'
import type { FieldValue } from '../event.ts'
import { isEventName } from '../event-types.ts'
import { typeNames } from '../fields.ts'
import { compileAround } from './around.ts'
import { comparedValue } from './compared-value.ts'
import { compileMatcher, type Matcher } from './matcher.ts'
import { onceFor } from './once-for.ts'
import { refusedOperator } from './operator-types.ts'
import { compileSubject, type Report, typeName } from './subject.ts'
import type { CheckNode, ListNode, ValueNode } from './syntax.ts'
import type { ConditionFault, Subject, Test } from './test.ts'

/**
 * Compiles one comparison. What Falco would refuse is reported in its words, and such a check is undecided.
 * A check on a field that the event has not is false, whatever its operator.
 */
export function compileCheck(check: CheckNode, report: (fault: ConditionFault) => void): Test {
  const refuse: Report = fault => {
    report(fault)
    return undefined
  }
  const subject = compileSubject(check.left, check, refuse)
  if (!subject) return undecided
  if (check.operator === 'exists') return compileExists(subject)
  const operator = refusedOperator(check, subject)
  if (operator !== undefined) {
    refuse({ code: 'falco-bad-operator', message: operator, at: check, check, data: shownSubject(check, subject) })
    return undecided
  }
  const { right } = check
  if (!right) return undecided
  if (subject.base === 'evt.around' && right.kind === 'value') return compileAround(check, subject, right, refuse)
  if (right.kind === 'field' || right.kind === 'transformer') return compileAgainst(check, subject, refuse)
  return compileConstants(check, subject, right.kind === 'list' ? right : { items: [right] }, refuse)
}

const undecided: Test = () => undefined

/** A field with descriptors on both ends exists wherever there is a descriptor. */
function compileExists({ get }: Subject): Test {
  return event => {
    const value = get(event)
    return value === undefined ? undefined : value !== null
  }
}

function shownSubject({ operator }: CheckNode, { field, type }: Subject): Readonly<Record<string, unknown>> {
  return { operator, type: typeNames[type], ...(field ? { field: field.spec.name } : {}) }
}

function compileConstants(
  check: CheckNode,
  subject: Subject,
  { items, listed }: Pick<ListNode, 'items' | 'listed'>,
  refuse: Report,
): Test {
  const once = <T>(question: () => string, work: () => T): T => (listed ? onceFor(items, question(), work) : work())
  const isType = subject.field?.spec.name === 'evt.type'
  const unknown = isType
    ? once(
        () => 'unknown',
        () => items.filter(({ text }) => !isEventName(text)).slice(0, most),
      )
    : []
  for (const item of unknown) {
    const message = `unknown event type ${item.text}`
    refuse({ code: 'falco-unknown-event-type', message, at: listed ?? item, check, data: { name: item.text } })
  }
  if (unknown.length > 0) return undecided
  const { matcher, bad } = once(
    () => questionOf(check, subject),
    () => matcherOf(check, subject, items),
  )
  for (const { item, message } of bad) {
    const code = message.startsWith('invalid regex') ? 'falco-bad-regex' : 'falco-bad-value'
    refuse({ code, message, at: listed ?? item, check, data: { value: item.text, ...shownSubject(check, subject) } })
  }
  return matcher ? testOf(check, subject, matcher) : undecided
}

/** More of one comparison nobody is told. */
const most = limit.findings

/** All that `compileMatcher` asks of a comparison and its subject. */
function questionOf({ operator, modifier }: CheckNode, { type, isList, field }: Subject): string {
  return ['matcher', operator, modifier, type, isList, field?.spec.name, field?.argument === undefined].join(' ')
}

function matcherOf(check: CheckNode, subject: Subject, items: readonly ValueNode[]) {
  const bad: { readonly item: ValueNode; readonly message: string }[] = []
  const matcher = compileMatcher(check, subject, items, (item, { message }) => {
    if (bad.length < most) bad.push({ item, message })
  })
  return { matcher, bad }
}

/** Puts a matcher of one value to all the values that a subject has. */
function testOf({ operator }: CheckNode, subject: Subject, matcher: Matcher): Test {
  const { isList, field } = subject
  const get = comparedValue(subject)
  const name = field?.spec.name ?? ''
  if (isList)
    return event => {
      const value = get(event)
      if (value === undefined || value === null) return value === null ? false : undefined
      const values = typeof value === 'string' ? [value] : value
      return operator === 'in' ? values.every(matcher) : values.some(matcher)
    }
  // Of an address at either end, both must differ.
  const all = bothEnds.has(name) && operator === '!='
  return event => {
    const value: FieldValue | undefined = get(event)
    if (typeof value === 'string') return matcher(value)
    if (value === undefined || value === null) return value === null ? false : undefined
    if (value.length === 0) return false
    return all ? value.every(matcher) : value.some(matcher)
  }
}

const bothEnds: ReadonlySet<string> = new Set(['fd.ip', 'fd.net', 'fd.port'])

function compileAgainst(check: CheckNode, left: Subject, refuse: Report): Test {
  const { right, operator } = check
  if (right?.kind !== 'field' && right?.kind !== 'transformer') return undecided
  const against = compileSubject(right, check, refuse)
  if (!against) return undecided
  const refused = refusedRight(operator, left, against)
  if (refused !== undefined) {
    refuse({ code: 'falco-bad-right-hand', message: refused, at: right, check })
    return undecided
  }
  // Falco never finds anything in what a transformer makes.
  const never = operator === 'in' && right.kind === 'transformer'
  const [leftValue, rightValue] = [comparedValue(left), comparedValue(against)]
  return event => {
    const [a, b] = [leftValue(event), rightValue(event)]
    if (a === null || b === null) return false
    if (a === undefined || b === undefined) return undefined
    if (never) return false
    const [text = ''] = typeof b === 'string' ? [b] : b
    const item: ValueNode = { kind: 'value', text, start: 0, end: 0, source: check.source }
    let faulty = false
    const matcher = compileMatcher(check, left, [item], () => {
      faulty = true
    })
    if (!matcher || faulty) return undefined
    return typeof a === 'string' ? matcher(a) : a.some(matcher)
  }
}

function refusedRight(operator: string, left: Subject, right: Subject): string | undefined {
  const [leftName, rightName] = [left.base, right.base]
  if (operator === 'regex' || operator === 'pmatch')
    return `operator '${operator.toUpperCase()}' doesn't support right-hand side fields`
  if (left.type === 'n') return `field type '${typeNames[left.type]}' doesn't support right-hand side fields`
  if (left.field?.spec.notOnTheRight) return `field '${leftName}' doesn't support right-hand side fields`
  if (right.field?.spec.notOnTheRight) return `field '${rightName}' can't be used as a right-hand side field`
  if (left.type === right.type && left.isList === right.isList) return undefined
  return `field '${leftName}' has type ${typeName(left)} while the right-hand side field '${rightName}' has incompatible type ${typeName(right)}`
}
