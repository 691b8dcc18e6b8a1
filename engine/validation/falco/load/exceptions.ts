import type { ExceptionEntry, RuleException } from './collector.ts'
import { type Context, within } from './context.ts'
import { requiredScalar } from './decode.ts'
import { type Notify, noticeOf, refuse } from './notice.ts'
import type { Raw, RawMap } from './raw.ts'

const asYaml = 'LOAD_ERR_YAML_VALIDATE'
/** Falco tells of each pair of equal names; beyond this many of one name nobody reads on. */
const mostTold = 20

/** Reads a rule's `exceptions`, with Falco's words for what it refuses. An appended one need not say its fields again. */
export function readExceptions(
  rule: RawMap,
  context: Context,
  notify: Notify,
  appending: boolean,
): readonly RuleException[] {
  const value = rule.entries.get('exceptions')?.value
  if (!value || value.kind === 'null') return []
  const outer = within(context, 'exceptions', '', value.mark)
  if (value.kind !== 'sequence')
    refuse('falco-bad-exception', 'Rule exceptions must be a sequence', outer, { falco: asYaml, place: value.place })
  const seen = new Map<string, number>()
  return value.items.map(item => readException(item, context, outer, notify, appending, seen))
}

function readException(
  item: Raw,
  context: Context,
  outer: Context,
  notify: Notify,
  appending: boolean,
  /** How often each name was there before. */
  seen: Map<string, number>,
): RuleException {
  const unnamed = within(outer, 'exception', '', item.mark)
  if (item.kind !== 'map')
    refuse('falco-bad-exception', 'Rule exception must be a mapping', unnamed, { falco: asYaml, place: item.place })
  const { text: name, place } = requiredScalar(item, 'name', unnamed)
  const own = within(context, 'exception', name, item.mark)
  const before = seen.get(name) ?? 0
  seen.set(name, before + 1)
  for (let told = 0; told < Math.min(before, mostTold); told++) {
    const message = `Multiple definitions of exception '${name}' in the same rule`
    notify(noticeOf('falco-exception-twice', message, own, { data: { name }, place }))
  }
  const fields = item.entries.get('fields')?.value
  if (!fields && !appending)
    refuse('falco-missing-key', "Item has no mapping for key 'fields'", own, {
      data: { key: 'fields' },
      place: item.place,
    })
  const comps = item.entries.get('comps')?.value
  return {
    ...{ name, place, context: own },
    fields: fields && entryOf(fields, 'fields', own),
    comps: comps && entryOf(comps, 'comps', own),
    values: valuesOf(item, own, { name, place }, notify, appending),
  }
}

function valuesOf(
  item: RawMap,
  context: Context,
  { name, place }: Pick<RuleException, 'name' | 'place'>,
  notify: Notify,
  appending: boolean,
): readonly ExceptionEntry[] {
  const values = item.entries.get('values')?.value
  if (!values) {
    const message = 'Overriding/appending exception with no values'
    if (appending) notify(noticeOf('falco-exception-no-values', message, context, { data: { name }, place }))
    return []
  }
  const outer = within(context, 'exception values', '', values.mark)
  if (values.kind !== 'sequence')
    refuse('falco-bad-exception', 'Rule exception values must be a sequence', outer, {
      falco: asYaml,
      place: values.place,
    })
  return values.items.map(each => entryOf(each, '', within(outer, 'exception value', '', each.mark)))
}

function entryOf(value: Raw, key: string, outer: Context): ExceptionEntry {
  const { place, mark } = value
  const context = within(outer, 'value for', key, mark)
  if (value.kind === 'scalar' && value.text === '')
    refuse('falco-empty-value', 'Value must be non-empty', context, { place, data: { key: key || 'values' } })
  if (value.kind !== 'sequence')
    return { isList: false, text: value.kind === 'scalar' ? value.text : '', items: [], place }
  const items = value.items.map(each => entryOf(each, '', within(context, 'exception', '', each.mark)))
  return { isList: true, text: '', items, place }
}
