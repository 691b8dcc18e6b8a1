import { limit } from '../../../yaml/limits.ts'
import type { AppendOutput } from '../append-output.ts'
import { checksIn } from '../condition/checks-in.ts'
import { compileCondition } from '../condition/compile.ts'
import { compileCheck } from '../condition/compile-check.ts'
import { eventsOf, sizeOf } from '../condition/event-set.ts'
import { parseCondition, tooDeep } from '../condition/parse.ts'
import { positionIn } from '../condition/position.ts'
import type { CheckNode, ConditionNode } from '../condition/syntax.ts'
import type { ConditionFault } from '../condition/test.ts'
import { type Look, newLook } from '../contradiction.ts'
import { whatNeverHolds, whyNeverFires } from '../explain.ts'
import { type MappedText, placeIn } from '../mapped-text.ts'
import type { FalcoRule } from '../rule-set.ts'
import { checkOutput } from './check-output.ts'
import { isError } from './codes.ts'
import type { Collector, RuleDefinition } from './collector.ts'
import { adviseOn, comparedEventType, placeOf, warningsOfValues, warnOfFields } from './condition-advice.ts'
import { type Context, inCondition } from './context.ts'
import { withExceptions } from './expand-exceptions.ts'
import { type CompiledList, compileLists, inOrder, type ListUse, newListUse, putListsIn, tooLarge } from './lists.ts'
import { compileMacros, type MacroFault, type Macros, noteUsed, type Resolved, resolveMacros } from './macros.ts'
import { type Notice, type Notify, noticeOf, Refusal } from './notice.ts'

/** Compiles all that was collected: lists, macros, rules, in Falco's order. Faulty rules are reported and left out. */
export function compileCollector(
  collector: Collector,
  appended: readonly AppendOutput[],
  notify: Notify,
): readonly FalcoRule[] {
  const use = newListUse(collector)
  const lists = compileLists(collector, use.used)
  const macros = compileMacros(collector, lists, use, fault => notify(macroNotice(fault)))
  const usedMacros = new Set(macros.used)
  const advice = { left: mostCompared, warnings: mostWarnings, look: newLook() }
  const names = lists.map(({ name }) => name)
  const checked: Checked = new Map()
  const world: World = { checked, lists, names, macros, use, usedMacros, appended, advice }
  const rules = inOrder(collector.rules.values()).flatMap(rule => compileRule(rule, world, notify) ?? [])
  for (const { name, place, context } of inOrder(collector.macros.values()))
    if (!usedMacros.has(name)) {
      const message = 'Macro not referred to by any other rule/macro'
      notify(noticeOf('falco-unused-macro', message, context, { data: { name }, place }))
    }
  for (const { name, place, context } of inOrder(collector.lists.values()))
    if (!use.used.has(name)) {
      const message = 'List not referred to by any other rule/macro'
      notify(noticeOf('falco-unused-list', message, context, { data: { name }, place }))
    }
  return rules
}

/** How many names are compared to find the one that was meant, in all. */
const mostCompared = 20_000
/** Warnings of values that are told in all: a list of fields, named by each rule, would bring millions. */
const mostWarnings = 2_000

interface World {
  readonly appended: readonly AppendOutput[]
  readonly advice: { left: number; warnings: number; readonly look: Look }
  readonly lists: readonly CompiledList[]
  readonly names: readonly string[]
  readonly checked: Checked
  readonly macros: Macros
  readonly use: ListUse
  readonly usedMacros: Set<string>
}

function macroNotice(fault: MacroFault): Notice {
  const { macro } = fault
  if (fault.kind === 'syntax') return syntaxNotice(fault.text, fault, macro.conditionContext, { macro: macro.name })
  return nameNotice(fault, macro.condition.text, macro.context)
}

function syntaxNotice(
  text: MappedText,
  { message, at }: { readonly message: string; readonly at: number },
  outer: Context,
  data: Notice['data'],
): Notice {
  const code = message === tooDeep || message === tooLarge ? 'falco-condition-too-large' : 'falco-condition-syntax'
  const context = inCondition(outer, text.text, positionIn(text.text, at))
  return noticeOf(code, message, context, { data: { ...data, at }, place: placeIn(text, at, at + 1) })
}

type Faulty = Extract<Resolved, { readonly fault: unknown }>['fault']

/** Falco shows the condition as it is before lists are put in, and counts in what it is afterwards. */
function nameNotice({ kind, node }: Faulty, condition: string, outer: Context): Notice {
  const { name } = node
  const options = { data: { name }, place: placeOf(node) }
  const context = inCondition(outer, condition, positionIn(node.source.text, node.start))
  if (kind === 'loop') return noticeOf('falco-macro-loop', `reference loop in macro '${name}'`, context, options)
  if (kind === 'large') return noticeOf('falco-condition-too-large', tooLarge, context, options)
  return noticeOf('falco-unknown-macro', `Undefined macro '${name}' used in filter.`, context, options)
}

function compileRule(rule: RuleDefinition, world: World, notify: Notify): FalcoRule | undefined {
  if (rule.isSkipped) return undefined
  let isSound = true
  const tell: Notify = notice => {
    const skippable = rule.skipIfUnknown && isError(notice.falco) && isUnknownFilter(notice.message)
    if (isError(notice.falco)) isSound = false
    notify(skippable ? { ...notice, code: 'falco-skipped-rule', falco: 'LOAD_UNKNOWN_FILTER' } : notice)
  }
  const text = exceptionsOf(rule, tell)
  if (!text) return undefined
  checkOutput(rule, world.appended, tell)
  // A rule that is skipped for its output is not looked at any further.
  if (!isSound && rule.skipIfUnknown) return undefined
  const condition = compileText(text, rule, world, tell)
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

function compileText(
  written: MappedText,
  rule: RuleDefinition,
  { lists, names, macros, use, usedMacros, advice, checked }: World,
  notify: Notify,
): ConditionNode | undefined {
  const { text, isTooLarge } = putListsIn(written, lists, use)
  const parsed = isTooLarge ? { fault: { message: tooLarge, at: 0 } } : parseCondition(text)
  if ('fault' in parsed) {
    notify(syntaxNotice(text, parsed.fault, rule.conditionContext, { rule: rule.name }))
    return undefined
  }
  noteUsed(parsed.node, usedMacros)
  const resolved = resolveMacros(parsed.node, macros)
  if ('fault' in resolved) {
    notify(nameNotice(resolved.fault, written.text, rule.context))
    return undefined
  }
  const { node, isFaulty } = resolved
  if (isFaulty) return undefined
  const at = (source: MappedText, offset: number) =>
    inCondition(rule.conditionContext, written.text, positionIn(source.text, offset))
  const nowhere = inCondition(rule.conditionContext, written.text, { index: 0, line: 0, column: 0 })
  warnOfFields(node, nowhere, notify)
  const faults: ConditionFault[] = []
  compileCondition(
    node,
    fault => faults.push(fault),
    check => {
      for (const fault of faultsOf(check, text, checked)) faults.push(fault)
      return undecided
    },
  )
  // Of a rule that is skipped, Falco tells the first only.
  for (const { code, message, at: part, check, data = {} } of faults.slice(
    0,
    rule.skipIfUnknown ? 1 : limit.findings,
  )) {
    const options = { data: { ...data, rule: rule.name }, place: placeOf(part) }
    notify(noticeOf(code, message, at(check.source, check.start), options))
  }
  if (faults.length > 0) return undefined
  for (const { code, message, value, at: offset, data } of warningsOfValues(node)) {
    if (advice.warnings-- <= 0) break
    notify(noticeOf(code, message, at(value.source, offset), { data, place: placeOf(value) }))
  }
  for (const check of checksIn(node)) {
    const message = comparedEventType(check)
    if (message !== undefined) {
      const options = { data: { rule: rule.name }, place: placeOf(check) }
      notify(noticeOf('falco-compared-event-type', message, undefined, options))
      return undefined
    }
  }
  adviseOn(node, names, advice, notify)
  warnOfEvents(node, rule, advice.look, notify)
  return node
}

/** What is wrong with comparisons of macros, which many conditions share. */
type Checked = Map<CheckNode, readonly ConditionFault[]>

const undecided = () => undefined

function faultsOf(check: CheckNode, own: MappedText, checked: Checked): readonly ConditionFault[] {
  const known = checked.get(check)
  if (known) return known
  const faults: ConditionFault[] = []
  compileCheck(check, fault => faults.push(fault))
  if (check.source !== own) checked.set(check, faults)
  return faults
}

function warnOfEvents(node: ConditionNode, rule: RuleDefinition, look: Look, notify: Notify): void {
  const size = sizeOf(eventsOf(node))
  const data = { rule: rule.name }
  if (rule.warnEvtTypes && (size === 0 || size > 100)) {
    const message = 'Rule matches too many evt.type values. This has a significant performance penalty.'
    notify(noticeOf('falco-no-event-type', message, rule.context, { data, place: rule.place }))
  }
  const never = whyNeverFires(node, look)
  if (never) notify(noticeOf('falco-never-fires', never.sentence, undefined, { data, place: never.place }))
  else
    for (const { sentence, place } of whatNeverHolds(node, look))
      notify(noticeOf('falco-never-holds', sentence, undefined, { data, place }))
}
