import { type Context, within } from './context.ts'
import { optionalBool } from './decode.ts'
import { type Notify, noticeOf, refuse } from './notice.ts'
import type { RawEntry, RawMap } from './raw.ts'

export type Operation = 'append' | 'replace'

export interface Overrides {
  /** `append: true`, the old way. */
  readonly append: boolean
  readonly appended: ReadonlySet<string>
  readonly replaced: ReadonlySet<string>
}

/** Reads `append:` and `override:` of an item, by what may be appended to and replaced in its kind. */
export function readOverrides(
  item: RawMap,
  appendable: readonly string[],
  replaceable: readonly string[],
  context: Context,
  notify: Notify,
): Overrides {
  const append = optionalBool(item, 'append', context) ?? false
  const place = item.entries.get('append')?.key.place
  if (append) {
    const message =
      "'append' key is deprecated. Add an 'append' entry (e.g. 'condition: append') under 'override' instead."
    notify(noticeOf('falco-deprecated', message, context, { data: { key: 'append' }, place }))
  }
  const appended = new Set<string>()
  const replaced = new Set<string>()
  const override = item.entries.get('override')?.value
  if (override?.kind === 'sequence') {
    const message = 'invalid node; this may result from using a map iterator as a sequence iterator, or vice-versa'
    // This is no refusal of Falco's own, but its reader's, which tells the file alone.
    const root = { file: context.file, locations: context.locations.slice(0, 1) }
    refuse('falco-bad-override', message, root, { falco: 'LOAD_ERR_VALIDATE', place: override.place })
  }
  if (override?.kind === 'map') {
    const outer = within(context, 'overrides', '', item.mark)
    for (const entry of override.all) {
      const operation = operationOf(entry, appendable, replaceable, outer)
      if (operation === 'append') appended.add(entry.name)
      else replaced.add(entry.name)
    }
  }
  if (append && appended.size + replaced.size > 0)
    refuse(
      'falco-bad-override',
      "Keys 'override' and 'append: true' cannot be used together. Add an 'append' entry (e.g. 'condition: append') under 'override' instead.",
      context,
      { place },
    )
  return { append, appended, replaced }
}

function operationOf(
  { name: key, key: { mark }, value }: RawEntry,
  appendable: readonly string[],
  replaceable: readonly string[],
  outer: Context,
): Operation {
  const { place } = value
  const text = value.kind === 'scalar' ? value.text : 'null'
  const bad: (message: string) => never = message =>
    refuse('falco-bad-override', message, within(outer, 'overrides', key, mark), { place })
  if (value.kind === 'map' || value.kind === 'sequence') {
    const { line, column } = value.mark
    const message = `yaml-cpp: error at line ${line + 1}, column ${column + 1}: bad conversion`
    const root = { file: outer.file, locations: outer.locations.slice(0, 1) }
    refuse('falco-bad-override', message, root, { falco: 'LOAD_ERR_VALIDATE', place })
  }
  if (text === 'append') {
    if (appendable.includes(key)) return text
    bad(`Key '${key}' cannot be appended to, use 'replace' instead`)
  }
  if (text === 'replace') {
    if (replaceable.includes(key)) return text
    bad(`Key '${key}' cannot be replaced`)
  }
  const allowed = [...(appendable.includes(key) ? ['append '] : []), ...(replaceable.includes(key) ? ['replace '] : [])]
  const message = `Invalid override operation for key '${key}': '${text}'. Allowed values are: ${allowed.join('')}`
  refuse('falco-bad-override', message, within(outer, 'value for', key, value.mark), { place })
}
