import { type MappedText, sliced } from '../mapped-text.ts'
import { type Priority, priorities } from '../rule-set.ts'
import { type Collector, nextPlace, type RuleDefinition } from './collector.ts'
import { type Context, within } from './context.ts'
import { checkNumber, optionalBool, optionalScalars, requiredBool, requiredScalar } from './decode.ts'
import { checkExceptions } from './exception-checks.ts'
import { readExceptions } from './exceptions.ts'
import { type Notify, noticeOf, refuse } from './notice.ts'
import { readOverrides } from './override.ts'
import type { RawMap } from './raw.ts'
import type { ItemReader } from './read-items.ts'
import { appendable, appendToRule, overrideRule, replaceable } from './update-rule.ts'

export const readRule: ItemReader = (item, collector, root, notify) => {
  const { text: name, place } = requiredScalar(item, 'rule', within(root, 'rule', '', item.mark))
  const context = within(root, 'rule', name, item.mark)
  const written = item.entries.get('source')?.value
  // In a full definition it must not be empty; that is said later.
  const isEmpty = written?.kind === 'null' || (written?.kind === 'scalar' && written.text === '')
  const source = written && !isEmpty ? requiredScalar(item, 'source', context).text : ''
  const overrides = readOverrides(item, appendable, replaceable, context, notify)
  const read = { item, collector, notify, context, name, place, source }
  if (overrides.appended.size + overrides.replaced.size > 0) overrideRule(read, overrides)
  else if (overrides.append) appendToRule(read)
  else if (['condition', 'output', 'desc', 'priority'].some(key => item.entries.has(key))) defineRule(read)
  else toggleRule(read)
  return context
}

/** A rule's item, and what is known of it. */
export interface ReadingRule {
  readonly item: RawMap
  readonly collector: Collector
  readonly notify: Notify
  readonly context: Context
  readonly name: string
  readonly place: RawMap['place']
  /** Empty where it is not given. */
  readonly source: string
}

function defineRule({ item, collector, notify, context, name, place }: ReadingRule): void {
  const condition = requiredScalar(item, 'condition', context)
  const output = requiredScalar(item, 'output', context)
  const desc = requiredScalar(item, 'desc', context).mapped()
  const priority = priorityOf(item, context)
  const source = item.entries.has('source') ? requiredScalar(item, 'source', context).text : 'syscall'
  const enabled = optionalBool(item, 'enabled', context) ?? true
  optionalBool(item, 'capture', context)
  if (item.entries.has('capture_duration')) checkNumber(item, 'capture_duration', context)
  const warnEvtTypes = optionalBool(item, 'warn_evttypes', context) ?? true
  const skipIfUnknown = optionalBool(item, 'skip-if-unknown-filter', context) ?? false
  const tags = tagsOf(item, context)
  const exceptions = readExceptions(item, context, notify, false)
  const before = collector.rules.get(name)
  checkSource(before, source, context, place)
  const isSkipped = source !== 'syscall'
  if (isSkipped)
    notify(
      noticeOf('falco-unknown-source', `Unknown source ${source}, skipping`, context, {
        place: item.entries.get('source')?.value.place,
      }),
    )
  collector.rules.set(name, {
    ...{ name, context, source, desc, priority, tags, enabled, warnEvtTypes, skipIfUnknown, isSkipped },
    condition: condition.mapped(),
    conditionContext: within(context, 'rule condition', '', condition.mark),
    output: trimmed(output.mapped()),
    outputContext: within(context, 'rule output', '', output.mark),
    exceptions: checkExceptions(exceptions, !isSkipped),
    place: before?.place ?? place,
    ...nextPlace(collector, collector.rules, name),
  })
}

/** A rule keeps its source; an item that says none goes with any. */
export function checkSource(
  before: RuleDefinition | undefined,
  source: string,
  context: Context,
  place: RawMap['place'],
): void {
  if (before && source !== '' && before.source !== source)
    refuse('falco-other-source', 'Rule has been re-defined with a different source', context, { place })
}

export function tagsOf(item: RawMap, context: Context): readonly string[] {
  return sortedTags((optionalScalars(item, 'tags', context) ?? []).map(({ text }) => text))
}

export function sortedTags(tags: readonly string[]): readonly string[] {
  return [...new Set(tags)].toSorted()
}

function trimmed(text: MappedText): MappedText {
  const start = text.text.length - text.text.trimStart().length
  return sliced(text, start, Math.max(text.text.trimEnd().length, start))
}

export function priorityOf(item: RawMap, context: Context): Priority {
  const { text, place, mark } = requiredScalar(item, 'priority', context)
  const wanted = text.toLowerCase() === 'info' ? 'informational' : text.toLowerCase()
  const known = priorities.find(each => each.toLowerCase() === wanted)
  if (known) return known
  const inner = within(context, 'rule priority', '', mark)
  return refuse('falco-bad-priority', 'Invalid priority', inner, { place, data: { value: text, known: priorities } })
}

function toggleRule({ item, collector, notify, context, name, place }: ReadingRule): void {
  const enabled = requiredBool(item, 'enabled', context)
  const message =
    "The standalone 'enabled' key usage is deprecated. The correct approach requires also a 'replace' entry under the 'override' key (i.e. 'enabled: replace')."
  const at = item.entries.get('enabled')?.key.place
  notify(noticeOf('falco-deprecated', message, context, { data: { key: 'enabled' }, place: at }))
  const before = collector.rules.get(name)
  if (!before)
    refuse('falco-not-defined-before', "Rule has 'enabled' key but no rule by that name already exists", context, {
      place,
    })
  collector.rules.set(name, { ...before, enabled })
}
