import { nearestName } from '../../nearest-name.ts'
import { checksIn } from '../condition/checks-in.ts'
import { namesEvents } from '../condition/event-set.ts'
import { onceFor } from '../condition/once-for.ts'
import {
  type CheckNode,
  type ConditionNode,
  type TransformerArgument,
  transformers,
  type ValueNode,
} from '../condition/syntax.ts'
import { findWritten } from '../fields.ts'
import { type Place, placeIn } from '../mapped-text.ts'
import type { FalcoCode } from './codes.ts'
import type { Context } from './context.ts'
import { type Notify, noticeOf } from './notice.ts'

export function placeOf(node: Pick<CheckNode, 'start' | 'end' | 'source'>): Place | undefined {
  return placeIn(node.source, node.start, node.end)
}

const isEventType = (node: { readonly kind: string; readonly name?: string }) =>
  node.kind === 'field' && (node.name === 'evt.type' || node.name === 'syscall.type')

/** Falco looks for event types in a condition, and ends when one is compared with anything but constants. */
export function comparedEventType({ left, right }: CheckNode): string | undefined {
  const calls = [left, right].filter(node => node?.kind === 'transformer')
  if (calls.some(({ args }) => args.some(isEventType)))
    return 'event code search does not support `evt.type` checks with transformers'
  if (isEventType(left) && (right?.kind === 'field' || right?.kind === 'transformer'))
    return 'right-hand field comparisons on `evt.type`/`syscall.type` checks are not supported by event code search'
  return undefined
}

/** Fields that are on their way out, in Falco's order, and what it says of them in a condition. */
const noEnterEvents = 'field is not available due to the drop of enter events.'
export const deprecatedFields: ReadonlyMap<string, string> = new Map([
  [
    'evt.dir',
    "due to the drop of enter events, 'evt.dir = <' always evaluates to true, and 'evt.dir = >' always evaluates to false. The rule expression can be simplified by removing the condition on 'evt.dir'",
  ],
  ['evt.latency', noEnterEvents],
  ['evt.latency.s', noEnterEvents],
  ['evt.latency.ns', noEnterEvents],
  ['evt.latency.human', noEnterEvents],
  ['evt.wait_latency', noEnterEvents],
])

const unsafe =
  "comparing a field value with <NA> is unsafe and can lead to unpredictable behavior of the rule condition. If you need to check for the existence of a field, consider using the 'exists' operator instead."

/** Falco warns of these before it compiles a condition, all in one place. */
export function warnOfFields(node: ConditionNode, context: Context, notify: Notify): void {
  const first = new Map<string, CheckNode>()
  for (const check of checksIn(node)) {
    for (const name of namesIn(check.left)) if (!first.has(name)) first.set(name, check)
    const { left, operator } = check
    const isUnsafe = left.kind === 'field' && /^(?:ka|jevt)\./.test(left.name)
    if (isUnsafe && ['=', '!=', 'in', 'intersects', 'pmatch'].includes(operator))
      if (valuesOf(check).some(({ text }) => text === '<NA>') && !first.has('<NA>')) first.set('<NA>', check)
  }
  const na = first.get('<NA>')
  if (na) notify({ ...noticeOf('falco-unsafe-na', unsafe, context, { place: placeOf(na) }), told: '' })
  for (const [field, message] of deprecatedFields) {
    const check = first.get(field)
    if (check) notify(noticeOf('falco-deprecated', message, context, { data: { field }, place: placeOf(check) }))
  }
}

/** The fields in an operand, within transformers too. */
function* namesIn(operand: TransformerArgument): Generator<string> {
  if (operand.kind === 'field') yield operand.name
  else if (operand.kind === 'transformer') for (const argument of operand.args) yield* namesIn(argument)
  else if (operand.kind === 'arguments') for (const item of operand.items) yield* namesIn(item)
}

export function valuesOf({ right }: CheckNode): readonly ValueNode[] {
  return right?.kind === 'list' ? right.items : right?.kind === 'value' ? [right] : []
}

/** Something in a condition that works otherwise than it looks. `at` is where Falco says it is, in the value's source. */
export interface ValueWarning {
  readonly code: FalcoCode
  readonly message: string
  readonly value: ValueNode
  readonly at: number
  readonly data: Readonly<Record<string, unknown>>
}

/** Falco warns of these while it compiles: a field or a call that is only text, a pattern that needs no pattern. */
export function* warningsOfValues(node: ConditionNode): Generator<ValueWarning> {
  for (const check of checksIn(node)) {
    const { right, operator } = check
    if (right?.kind !== 'list') {
      for (const value of valuesOf(check)) yield* warningsOf([value], operator, value.start)
      continue
    }
    const { items, listed, start } = right
    // Falco places the items of a list where the list begins.
    if (!listed) yield* warningsOf(items, operator, start)
    else
      for (const warning of onceFor(items, `warnings ${operator}`, () => [...warningsOf(items, operator, 0)]))
        yield { ...warning, value: { ...warning.value, ...listed }, at: start }
  }
}

function* warningsOf(
  values: readonly ValueNode[],
  operator: CheckNode['operator'],
  at: number,
): Generator<ValueWarning> {
  for (const value of values) {
    const { text } = value
    const bare = text.replace(/[ \t\n\v\f\r]/g, '')
    if (operator === 'regex' && isPlain(text)) {
      const message = `regex check with '${text}' may be optimized with simpler operators such as '=', 'contains', 'startswith', 'endswith'`
      yield { code: 'falco-simpler-operator', message, value, at, data: { pattern: text } }
    }
    const found = findWritten(bare)
    if (!('kind' in found)) {
      const message = `'${text}' may be a valid field misused as a const string value`
      yield { code: 'falco-field-as-value', message, value, at, data: { field: bare } }
      // A field with a faulty argument ends Falco's search here.
    } else if (found.kind === 'unknown' && isCall(bare)) {
      const message = `'${text}' may be a valid field transformer misused as a const string value`
      yield { code: 'falco-field-as-value', message, value, at, data: { field: bare } }
    }
  }
}

function isCall(text: string): boolean {
  return text.endsWith(')') && transformers.some(name => text.startsWith(`${name}(`))
}

/** No special character but an anchor, or one like `.*`, at the very beginning or end. */
function isPlain(pattern: string): boolean {
  const last = pattern.length - 1
  for (let i = 0; i <= last; i++) {
    const character = pattern.charAt(i)
    if ((i === 0 && character === '^') || (i === last && character === '$')) continue
    const isOuter = (i === 0 && last > 0) || i === last - 1
    if (isOuter && character === '.' && '+*?'.includes(pattern.charAt(i + 1))) i++
    else if ('.+*?^$()[]{}|\\'.includes(character)) return false
  }
  return true
}

/** What only we say: names that look like lists, and comparisons with ancestors that say less than they seem to. */
export function adviseOn(
  node: ConditionNode,
  lists: readonly string[],
  budget: { left: number },
  notify: Notify,
): void {
  for (const check of checksIn(node)) {
    const [value, ...more] = valuesOf(check)
    if (check.operator === 'in' && value?.text.includes('_') && more.length === 0 && !namesEvents(check)) {
      budget.left -= lists.length
      const near = budget.left < 0 || lists.includes(value.text) ? undefined : nearestName(value.text, lists)
      if (near !== undefined) {
        const message = `There is no list ${value.text}, so this compares with that text. Write ${near}, or define the list.`
        notify(
          noticeOf('falco-unknown-list', message, undefined, {
            data: { name: value.text, near },
            place: placeOf((check.right?.kind === 'list' && check.right.listed) || value),
          }),
        )
      }
    }
    const { left, operator } = check
    if (left.kind === 'field' && left.argument === undefined && operator === '!=' && ancestors.test(left.name)) {
      const message = `This holds as soon as one ancestor differs, which is nearly always. To say that none is, write: not ${left.name} = …`
      notify(noticeOf('falco-any-ancestor', message, undefined, { data: { field: left.name }, place: placeOf(check) }))
    }
  }
}

const ancestors = /^proc\.a(?:name|exe|exepath|cmdline|pid)$/
