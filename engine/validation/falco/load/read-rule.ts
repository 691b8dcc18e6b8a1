import { joined, type MappedText, sliced, unplaced } from '../mapped-text.ts'
import { type Priority, priorities } from '../rule-set.ts'
import { type Collector, nextPlace, type RuleDefinition } from './collector.ts'
import { optionalBool, optionalNumber, optionalScalars, requiredScalar, requiredText } from './decode.ts'
import { appendExceptions, checkExceptions, readExceptions } from './exceptions.ts'
import { type Notify, noticeOf, refuse } from './notice.ts'
import { checkOverrides, type Operation, type Overrides, readOverrides } from './override.ts'
import type { RawMap } from './raw.ts'

const appendable = ['condition', 'exceptions', 'output', 'desc', 'tags']
const replaceable = [
  ...['condition', 'output', 'desc', 'priority', 'tags', 'exceptions', 'enabled', 'warn_evttypes'],
  ...['skip-if-unknown-filter', 'capture', 'capture_duration'],
]

export function readRule(item: RawMap, collector: Collector, notify: Notify): void {
  const overrides = readOverrides(item, appendable, replaceable, notify)
  const isDefined = ['condition', 'output', 'desc', 'priority'].some(key => item.entries.has(key))
  if (overrides.keys.size > 0) override(item, collector, overrides, notify)
  else if (overrides.append) append(item, collector, notify)
  else if (isDefined) define(item, collector, notify)
  else toggle(item, collector, notify)
}

function define(item: RawMap, collector: Collector, notify: Notify): void {
  const { text: name, place } = requiredScalar(item, 'rule')
  const before = collector.rules.get(name)
  const condition = requiredText(item, 'condition')
  const output = trimmed(requiredText(item, 'output'))
  const desc = requiredText(item, 'desc')
  const priority = priorityOf(item)
  const source = item.entries.has('source') ? requiredScalar(item, 'source').text : 'syscall'
  const isSkipped = source !== 'syscall'
  const rest = { ...defaults, ...optionalParts(item) }
  const exceptions = readExceptions(item, notify)
  if (!isSkipped) checkExceptions(exceptions, { replacing: false })
  if (before && before.source !== source)
    refuse('falco-other-source', 'Rule has been re-defined with a different source', place)
  if (isSkipped)
    notify(
      noticeOf('falco-unknown-source', `Unknown source ${source}, skipping`, item.entries.get('source')?.value.place),
    )
  collector.rules.set(name, {
    ...rest,
    ...{ name, source, condition, output, desc, priority, exceptions, isSkipped },
    place: before?.place ?? place,
    ...nextPlace(collector, collector.rules, name),
  })
}

const defaults = { tags: [] as readonly string[], enabled: true, warnEvtTypes: true, skipIfUnknown: false }

function optionalParts(item: RawMap): Partial<typeof defaults> {
  const tags = optionalScalars(item, 'tags')
  const enabled = optionalBool(item, 'enabled')
  const warnEvtTypes = optionalBool(item, 'warn_evttypes')
  const skipIfUnknown = optionalBool(item, 'skip-if-unknown-filter')
  optionalBool(item, 'capture')
  optionalNumber(item, 'capture_duration')
  return {
    ...(tags && { tags: [...new Set(tags.map(({ text }) => text))].toSorted() }),
    ...(enabled !== undefined && { enabled }),
    ...(warnEvtTypes !== undefined && { warnEvtTypes }),
    ...(skipIfUnknown !== undefined && { skipIfUnknown }),
  }
}

function trimmed(text: MappedText): MappedText {
  const start = text.text.length - text.text.trimStart().length
  return sliced(text, start, Math.max(text.text.trimEnd().length, start))
}

function priorityOf(item: RawMap): Priority {
  const { text, place } = requiredScalar(item, 'priority')
  const wanted = text.toLowerCase() === 'info' ? 'informational' : text.toLowerCase()
  const known = priorities.find(each => each.toLowerCase() === wanted)
  return known ?? refuse('falco-bad-priority', 'Invalid priority', place, { data: { value: text, known: priorities } })
}

function toggle(item: RawMap, collector: Collector, notify: Notify): void {
  const { text: name, place } = requiredScalar(item, 'rule')
  requiredScalar(item, 'enabled')
  const enabled = optionalBool(item, 'enabled') ?? true
  const message =
    "The standalone 'enabled' key usage is deprecated. The correct approach requires also a 'replace' entry under the 'override' key (i.e. 'enabled: replace')."
  notify(noticeOf('falco-deprecated', message, item.entries.get('enabled')?.key, { data: { key: 'enabled' } }))
  const before = collector.rules.get(name)
  if (!before)
    refuse('falco-not-defined-before', "Rule has 'enabled' key but no rule by that name already exists", place)
  update(collector, { ...before, enabled })
}

/** The old way: only the condition and exceptions count. */
function append(item: RawMap, collector: Collector, notify: Notify): void {
  const { text: name, place } = requiredScalar(item, 'rule')
  if (!item.entries.has('condition') && !item.entries.has('exceptions'))
    refuse('falco-missing-key', 'Appended rule must have exceptions or condition property', place, {
      falco: 'LOAD_ERR_VALIDATE',
    })
  const operations = new Map<string, Operation>()
  for (const key of ['condition', 'exceptions']) if (item.entries.has(key)) operations.set(key, 'append')
  appendTo(item, collector, operations, notify)
  update(collector, collector.rules.get(name))
}

function override(item: RawMap, collector: Collector, overrides: Overrides, notify: Notify): void {
  const operations = [...overrides.keys.values()]
  if (operations.includes('append')) appendTo(item, collector, overrides.keys, notify)
  if (operations.includes('replace')) replaceIn(item, collector, overrides.keys, notify)
  checkOverrides(item, overrides, [...new Set([...appendable, ...replaceable])])
}

function appendTo(item: RawMap, collector: Collector, keys: ReadonlyMap<string, Operation>, notify: Notify): void {
  const { text: name, place } = requiredScalar(item, 'rule')
  const isAppended = (key: string) => keys.get(key) === 'append' && item.entries.has(key)
  const added = (key: string) => (isAppended(key) ? requiredText(item, key) : undefined)
  const [condition, output, desc] = [added('condition'), added('output'), added('desc')]
  const tags = isAppended('tags') ? (optionalScalars(item, 'tags') ?? []).map(({ text }) => text) : []
  const exceptions = isAppended('exceptions') ? readExceptions(item, notify, { appending: true }) : []
  const before = collector.rules.get(name)
  if (!before)
    refuse(
      'falco-not-defined-before',
      "Rule uses 'append' or 'override.<key>: append' but no rule by that name already exists",
      place,
    )
  update(collector, {
    ...before,
    condition: together(before.condition, condition),
    output: together(before.output, output),
    desc: together(before.desc, desc),
    tags: [...new Set([...before.tags, ...tags])].toSorted(),
    exceptions: appendExceptions(before.exceptions, exceptions, notify),
  })
}

function together(before: MappedText, added: MappedText | undefined): MappedText {
  return added ? joined([before, unplaced(' '), added]) : before
}

function replaceIn(item: RawMap, collector: Collector, keys: ReadonlyMap<string, Operation>, notify: Notify): void {
  const { text: name, place } = requiredScalar(item, 'rule')
  const isReplaced = (key: string) => keys.get(key) === 'replace' && item.entries.has(key)
  const replaced: RawMap = { ...item, entries: new Map([...item.entries].filter(([key]) => isReplaced(key))) }
  const parts = {
    ...optionalParts(replaced),
    ...(isReplaced('condition') && { condition: requiredText(item, 'condition') }),
    ...(isReplaced('output') && { output: requiredText(item, 'output') }),
    ...(isReplaced('desc') && { desc: requiredText(item, 'desc') }),
    ...(isReplaced('priority') && { priority: priorityOf(item) }),
    ...(isReplaced('exceptions') && { exceptions: readExceptions(item, notify) }),
  }
  const before = collector.rules.get(name)
  if (!before)
    refuse(
      'falco-not-defined-before',
      "An 'override.<key>: replace' to a rule was requested but no rule by that name already exists",
      place,
    )
  if (parts.exceptions) checkExceptions(parts.exceptions, { replacing: true })
  update(collector, { ...before, ...parts })
}

function update(collector: Collector, rule: RuleDefinition | undefined): void {
  if (rule) collector.rules.set(rule.name, { ...rule, ...nextPlace(collector, collector.rules, rule.name) })
}
