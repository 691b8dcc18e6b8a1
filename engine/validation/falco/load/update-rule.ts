import { appended, type MappedText } from '../mapped-text.ts'
import { nextPlace, type RuleDefinition } from './collector.ts'
import { within } from './context.ts'
import { checkNumber, requiredBool, requiredScalar } from './decode.ts'
import { appendExceptions } from './exception-checks.ts'
import { readExceptions } from './exceptions.ts'
import { refuse } from './notice.ts'
import type { Operation, Overrides } from './override.ts'
import { checkSource, priorityOf, type ReadingRule, sortedTags, tagsOf } from './read-rule.ts'

export const appendable = ['condition', 'output', 'desc', 'tags', 'exceptions']
export const replaceable = [
  ...['condition', 'output', 'desc', 'priority', 'capture', 'capture_duration', 'tags', 'exceptions', 'enabled'],
  ...['warn_evttypes', 'skip-if-unknown-filter'],
]

/** The keys that an item has and that could be overridden, and are not yet. */
type Expected = Set<string>

/** `override:`: first all that is appended, then all that is replaced, then the keys that it says nothing of. */
export function overrideRule(read: ReadingRule, overrides: Overrides): void {
  const { item, context } = read
  const expected: Expected = new Set([...appendable, ...replaceable].filter(key => item.entries.has(key)))
  if (overrides.appended.size > 0) {
    const takes = (key: string) => isTaken(read, expected, overrides.appended, 'append', key)
    appendParts(read, takes)
  }
  if (overrides.replaced.size > 0) {
    const takes = (key: string) => isTaken(read, expected, overrides.replaced, 'replace', key)
    replaceParts(read, takes)
  }
  const [first] = [...expected].toSorted()
  const entry = first === undefined ? undefined : item.entries.get(first)
  if (first === undefined || !entry) return
  const message = `Unexpected key '${first}': no corresponding entry under 'override' is defined.`
  refuse('falco-bad-override', message, within(context, 'overrides', first, entry.value.mark), {
    place: entry.key.place,
  })
}

function isTaken(
  { item, context }: ReadingRule,
  expected: Expected,
  keys: ReadonlySet<string>,
  operation: Operation,
  key: string,
): boolean {
  if (!keys.has(key)) return false
  if (!expected.delete(key)) {
    const message = `An ${operation} override for '${key}' was specified but '${key}' is not defined`
    refuse('falco-bad-override', message, context, { place: item.entries.get('override')?.key.place })
  }
  return true
}

/** The old way: only the condition and exceptions count. */
export function appendToRule(read: ReadingRule): void {
  const { item } = read
  appendParts(read, key => (key === 'condition' || key === 'exceptions') && item.entries.has(key), true)
}

function appendParts(read: ReadingRule, takes: (key: string) => boolean, isOld = false): void {
  const { item, collector, notify, context, name, place } = read
  const text = (key: string) => (takes(key) ? requiredScalar(item, key, context).mapped() : undefined)
  const condition = text('condition')
  const exceptions = takes('exceptions') ? readExceptions(item, context, notify, true) : undefined
  const [output, desc] = [text('output'), text('desc')]
  const tags = takes('tags') ? tagsOf(item, context) : undefined
  const before = collector.rules.get(name)
  // Without a condition to append, an override does not look at the source.
  if (isOld || condition) checkSource(before, read.source, context, place)
  if (!before)
    refuse(
      'falco-not-defined-before',
      "Rule uses 'append' or 'override.<key>: append' but no rule by that name already exists",
      context,
      { place },
    )
  if (!condition && !output && !desc && !tags && !exceptions)
    refuse('falco-missing-key', 'Appended rule must have exceptions or condition property', context, {
      falco: 'LOAD_ERR_VALIDATE',
      place,
    })
  const parts = {
    condition: together(before.condition, condition),
    output: together(before.output, output),
    desc: together(before.desc, desc),
    tags: tags ? sortedTags([...before.tags, ...tags]) : before.tags,
  }
  const merged = exceptions ? appendExceptions(before.exceptions, exceptions, !before.isSkipped) : before.exceptions
  update(read, { ...before, ...parts, exceptions: merged })
}

function together(before: MappedText, added: MappedText | undefined): MappedText {
  return added ? appended(before, added) : before
}

function replaceParts(read: ReadingRule, takes: (key: string) => boolean): void {
  const { item, collector, notify, context, name, place } = read
  const text = (key: string) => requiredScalar(item, key, context).mapped()
  const condition = takes('condition') && { condition: text('condition') }
  const parts = {
    ...condition,
    ...(takes('exceptions') && { exceptions: readExceptions(item, context, notify, false) }),
    ...(takes('output') && { output: text('output') }),
    ...(takes('desc') && { desc: text('desc') }),
    ...(takes('tags') && { tags: tagsOf(item, context) }),
    ...(takes('priority') && { priority: priorityOf(item, context) }),
  }
  if (takes('capture')) requiredBool(item, 'capture', context)
  if (takes('capture_duration')) checkNumber(item, 'capture_duration', context)
  const flag = (key: string) => (takes(key) ? requiredBool(item, key, context) : undefined)
  const [enabled, warnEvtTypes, skipIfUnknown] = [
    flag('enabled'),
    flag('warn_evttypes'),
    flag('skip-if-unknown-filter'),
  ]
  const before = collector.rules.get(name)
  if (condition) checkSource(before, read.source, context, place)
  if (!before)
    refuse(
      'falco-not-defined-before',
      "An 'override.<key>: replace' to a rule was requested but no rule by that name already exists",
      context,
      { place },
    )
  update(read, {
    ...before,
    ...parts,
    ...(enabled !== undefined && { enabled }),
    ...(warnEvtTypes !== undefined && { warnEvtTypes }),
    ...(skipIfUnknown !== undefined && { skipIfUnknown }),
  })
}

function update({ collector }: ReadingRule, rule: RuleDefinition): void {
  collector.rules.set(rule.name, { ...rule, ...nextPlace(collector, collector.rules, rule.name) })
}
