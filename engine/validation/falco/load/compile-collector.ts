import { limit } from '../../../yaml/limits.ts'
import { compileCondition } from '../condition/compile.ts'
import { eventsOf, sizeOf } from '../condition/event-set.ts'
import { parseCondition, tooDeep } from '../condition/parse.ts'
import type { ConditionNode, MacroNode } from '../condition/syntax.ts'
import type { ConditionFault } from '../condition/test.ts'
import { whyNeverFires } from '../explain.ts'
import { allFields } from '../fields.ts'
import { type MappedText, placeIn } from '../mapped-text.ts'
import { parseOutput } from '../output.ts'
import type { FalcoRule } from '../rule-set.ts'
import { isError } from './codes.ts'
import type { Collector, RuleDefinition } from './collector.ts'
import { adviseOn, checksIn, comparedEventType, placeOf, warnOfFields, warnOfValues } from './condition-advice.ts'
import { withExceptions } from './exceptions.ts'
import { type CompiledList, compileLists, inOrder, putListsIn, tooLarge } from './lists.ts'
import { compileMacros, type MacroFault, type Macros, type NameFault, resolveMacros } from './macros.ts'
import { type Notice, type Notify, noticeOf, Refusal } from './notice.ts'

/** Compiles all that was collected: lists, macros, rules, in Falco's order. Faulty rules are reported and left out. */
export function compileCollector(collector: Collector, notify: Notify): readonly FalcoRule[] {
  const usedLists = new Set<string>()
  const usedMacros = new Set<string>()
  const lists = compileLists(collector, usedLists)
  const macros = compileMacros(collector, lists, usedLists, fault => notify(macroNotice(fault)))
  for (const { node } of macros.parsed.values()) noteUsed(node, usedMacros)
  const context: Context = { lists, macros, usedLists, usedMacros, advice: { left: mostCompared } }
  const rules = inOrder(collector.rules.values()).flatMap(rule => compileRule(rule, context, notify) ?? [])
  for (const { name, place } of inOrder(collector.macros.values()))
    if (!usedMacros.has(name))
      notify(noticeOf('falco-unused-macro', 'Macro not referred to by any other rule/macro', place, { data: { name } }))
  for (const { name, place } of inOrder(collector.lists.values()))
    if (!usedLists.has(name))
      notify(noticeOf('falco-unused-list', 'List not referred to by any other rule/macro', place, { data: { name } }))
  return rules
}

/** How many names are compared to find the one that was meant, in all. */
const mostCompared = 20_000

interface Context {
  readonly advice: { left: number }
  readonly lists: readonly CompiledList[]
  readonly macros: Macros
  readonly usedLists: Set<string>
  readonly usedMacros: Set<string>
}

function noteUsed(node: ConditionNode, used: Set<string>): void {
  if (node.kind === 'macro') used.add(node.name)
  else if (node.kind === 'not') noteUsed(node.child, used)
  else if (node.kind !== 'check') for (const child of node.children) noteUsed(child, used)
}

function macroNotice(fault: MacroFault): Notice {
  if (fault.kind === 'syntax') return syntaxNotice(fault.text, fault, { macro: fault.macro.name })
  return nameNotice(fault)
}

function syntaxNotice(text: MappedText, fault: { message: string; at: number }, data: Notice['data']): Notice {
  const code =
    fault.message === tooDeep || fault.message === tooLarge ? 'falco-condition-too-large' : 'falco-condition-syntax'
  const place = placeIn(text, fault.at, fault.at + 1)
  const notice = noticeOf(code, fault.message, place, { data: { ...data, at: fault.at } })
  return { ...notice, within: { text: text.text, at: fault.at } }
}

function nameNotice({ kind, node }: { readonly kind: NameFault; readonly node: MacroNode }): Notice {
  const { name } = node
  if (kind === 'loop')
    return noticeOf('falco-macro-loop', `reference loop in macro '${name}'`, placeOf(node), { data: { name } })
  if (kind === 'large') return noticeOf('falco-condition-too-large', tooLarge, placeOf(node), { data: { name } })
  const words = `Undefined macro '${name}' used in filter.`
  const notice = noticeOf('falco-unknown-macro', words, placeOf(node), { data: { name } })
  return { ...notice, within: { text: node.source.text, at: node.start } }
}

function compileRule(rule: RuleDefinition, context: Context, notify: Notify): FalcoRule | undefined {
  if (rule.isSkipped) return undefined
  let isSound = true
  const tell: Notify = notice => {
    const skippable = rule.skipIfUnknown && isUnknownFilter(notice.message)
    if (isError(notice.falco)) isSound = false
    notify(skippable ? { ...notice, code: 'falco-skipped-rule', falco: 'LOAD_UNKNOWN_FILTER' } : notice)
  }
  const text = exceptionsOf(rule, tell)
  if (!text) return undefined
  checkOutput(rule, tell)
  const condition = compileText(text, rule, context, tell)
  if (!condition || !isSound) return undefined
  const { name, desc, priority, tags, enabled, output, place } = rule
  return { name, desc: desc.text, priority, tags, enabled, output, condition, place }
}

function isUnknownFilter(message: string): boolean {
  return /nonexistent field|invalid formatting token|unknown event type|unknown filter:/.test(message)
}

function exceptionsOf(rule: RuleDefinition, notify: Notify): MappedText | undefined {
  try {
    return withExceptions(rule.condition, rule.exceptions)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    notify(error.notice)
    return undefined
  }
}

function checkOutput({ output, name: rule }: RuleDefinition, notify: Notify): void {
  const { text } = output
  if (text.includes('%container.info')) {
    const at = text.indexOf('%container.info')
    const message =
      '%container.info is deprecated and no more useful, and will be dropped by Falco 1.0.0. The container plugin will automatically add required fields to the output message.'
    notify(noticeOf('falco-deprecated', message, placeIn(output, at, at + 15), { data: { field: 'container.info' } }))
  }
  for (const { name, deprecated } of allFields().values())
    if (deprecated && text.includes(name) && !name.endsWith('quantized')) {
      const at = text.indexOf(name)
      const message = `usage of deprecated field '${name}' has been detected in the rule output`
      notify(noticeOf('falco-deprecated', message, placeIn(output, at, at + name.length), { data: { field: name } }))
    }
  const read = parseOutput(withoutContainerInfo(text))
  if (!('fault' in read)) return
  const { message, start, end } = read.fault
  const written = /^%\d*([a-zA-Z][\w.]*)/.exec(text.slice(start, end))?.[1]?.replace(/\.+$/, '')
  notify(
    noticeOf('falco-bad-output', message, placeIn(output, start, end), {
      data: { rule, ...(written && { field: written }) },
    }),
  )
}

/** Falco takes this word out of every output. */
export function withoutContainerInfo(output: string): string {
  return output.replaceAll('%container.info', '')
}

function compileText(
  written: MappedText,
  rule: RuleDefinition,
  { lists, macros, usedLists, usedMacros, advice }: Context,
  notify: Notify,
): ConditionNode | undefined {
  const { text, isTooLarge } = putListsIn(written, lists, usedLists)
  const parsed = isTooLarge ? { fault: { message: tooLarge, at: 0 } } : parseCondition(text)
  if ('fault' in parsed) {
    notify(syntaxNotice(text, parsed.fault, { rule: rule.name }))
    return undefined
  }
  noteUsed(parsed.node, usedMacros)
  const resolved = resolveMacros(parsed.node, macros)
  if ('fault' in resolved) {
    notify(nameNotice(resolved.fault))
    return undefined
  }
  const { node, isFaulty } = resolved
  if (isFaulty) return undefined
  warnOfFields(node, notify)
  const faults: ConditionFault[] = []
  compileCondition(node, fault => faults.push(fault))
  for (const { code, message, at, check, data = {} } of faults.slice(0, limit.findings)) {
    const notice = noticeOf(code, message, placeOf(at), { data: { ...data, rule: rule.name } })
    notify({ ...notice, within: { text: check.source.text, at: check.start } })
  }
  if (faults.length > 0) return undefined
  for (const check of checksIn(node)) {
    const message = comparedEventType(check)
    if (message !== undefined) {
      notify(noticeOf('falco-compared-event-type', message, placeOf(check), { data: { rule: rule.name } }))
      return undefined
    }
  }
  warnOfValues(node, notify)
  adviseOn(
    node,
    lists.map(({ name }) => name),
    advice,
    notify,
  )
  warnOfEvents(node, rule, notify)
  return node
}

function warnOfEvents(node: ConditionNode, rule: RuleDefinition, notify: Notify): void {
  const size = sizeOf(eventsOf(node))
  if (rule.warnEvtTypes && (size === 0 || size > 100)) {
    const message = 'Rule matches too many evt.type values. This has a significant performance penalty.'
    notify(noticeOf('falco-no-event-type', message, rule.place, { data: { rule: rule.name } }))
  }
  const never = whyNeverFires(node)
  if (never) notify(noticeOf('falco-never-fires', never.sentence, never.place, { data: { rule: rule.name } }))
}
