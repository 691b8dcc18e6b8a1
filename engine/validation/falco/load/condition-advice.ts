import { nearestName } from '../../nearest-name.ts'
import { namesEvents } from '../condition/event-set.ts'
import { type CheckNode, type ConditionNode, transformers, type ValueNode } from '../condition/syntax.ts'
import { findField } from '../fields.ts'
import { type Place, placeIn } from '../mapped-text.ts'
import type { FalcoCode } from './codes.ts'
import { type Notice, type Notify, noticeOf } from './notice.ts'

export function* checksIn(node: ConditionNode): Generator<CheckNode> {
  if (node.kind === 'check') yield node
  else if (node.kind === 'not') yield* checksIn(node.child)
  else if (node.kind !== 'macro') for (const child of node.children) yield* checksIn(child)
}

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

const deprecated = /^evt\.(?:dir|latency|wait_latency)/

/** Falco warns of these before it compiles a condition: fields that are on their way out. */
export function warnOfFields(node: ConditionNode, notify: Notify): void {
  const said = new Set<string>()
  for (const check of checksIn(node)) {
    const { left } = check
    if (left.kind !== 'field') continue
    if (deprecated.test(left.name) && !said.has(left.name)) {
      said.add(left.name)
      const message =
        left.name === 'evt.dir'
          ? "due to the drop of enter events, 'evt.dir = <' always evaluates to true, and 'evt.dir = >' always evaluates to false. The rule expression can be simplified by removing the condition on 'evt.dir'"
          : 'field is not available due to the drop of enter events.'
      notify(noticeOf('falco-deprecated', message, placeOf(check), { data: { field: left.name } }))
    }
    if (/^(?:ka|jevt)\./.test(left.name) && ['=', '!=', 'in'].includes(check.operator))
      for (const value of valuesOf(check))
        if (value.text === '<NA>')
          notify(
            noticeOf(
              'falco-unsafe-na',
              "comparing a field value with <NA> is unsafe and can lead to unpredictable behavior of the rule condition. If you need to check for the existence of a field, consider using the 'exists' operator instead.",
              placeOf(check),
            ),
          )
  }
}

export function valuesOf({ right }: CheckNode): readonly ValueNode[] {
  return right?.kind === 'list' ? right.items : right?.kind === 'value' ? [right] : []
}

/** Falco warns of these while it compiles: a field or a call that is only text, a pattern that needs no pattern. */
export function warnOfValues(node: ConditionNode, notify: Notify): void {
  for (const check of checksIn(node)) {
    const tell = (code: FalcoCode, message: string, value: ValueNode, data: Notice['data']) => {
      // Falco places the items of a list where the list begins.
      const at = check.right?.kind === 'list' ? check.right.start : value.start
      notify({ ...noticeOf(code, message, placeOf(value), { data }), within: { text: value.source.text, at } })
    }
    for (const value of valuesOf(check)) {
      const text = value.text.replace(/[ \t\n\r]/g, '')
      const bracket = /^([a-zA-Z][\w.]*)(?:\[(.*)\])?$/.exec(text)
      if (bracket?.[1]?.includes('.') && !('kind' in findField(bracket[1], bracket[2]))) {
        const message = `'${text}' may be a valid field misused as a const string value`
        tell('falco-field-as-value', message, value, { field: text })
      } else if (transformers.some(name => text.startsWith(`${name}(`) && text.endsWith(')'))) {
        const message = `'${text}' may be a valid field transformer misused as a const string value`
        tell('falco-field-as-value', message, value, { field: text })
      }
      if (check.operator === 'regex' && isPlain(value.text)) {
        const message = `regex check with '${value.text}' may be optimized with simpler operators such as '=', 'contains', 'startswith', 'endswith'`
        tell('falco-simpler-operator', message, value, { pattern: value.text })
      }
    }
  }
}

/** No special character but an anchor, or `.*`, at either end. */
function isPlain(pattern: string): boolean {
  const middle = pattern.replace(/^\^?(?:\.[*+?]?)?/, '').replace(/(?:\.[*+])?\$?$/, '')
  return !/[.*+?|()[\]{}^$\\]/.test(middle)
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
        notify(noticeOf('falco-unknown-list', message, placeOf(value), { data: { name: value.text, near } }))
      }
    }
    const { left, operator } = check
    if (left.kind === 'field' && left.argument === undefined && operator === '!=' && ancestors.test(left.name)) {
      const message = `This holds as soon as one ancestor differs, which is nearly always. To say that none is, write: not ${left.name} = …`
      notify(noticeOf('falco-any-ancestor', message, placeOf(check), { data: { field: left.name } }))
    }
  }
}

const ancestors = /^proc\.a(?:name|exe|exepath|cmdline|pid)$/
