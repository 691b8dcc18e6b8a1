import { optionalBool } from './decode.ts'
import { type Notify, noticeOf, refuse } from './notice.ts'
import type { Raw, RawMap } from './raw.ts'

export type Operation = 'append' | 'replace'

export interface Overrides {
  readonly append: boolean
  /** Key → what is done with it, in the order of the file. */
  readonly keys: ReadonlyMap<string, Operation>
}

/** Reads `append:` and `override:` of an item, by what may be appended to and replaced in its kind. */
export function readOverrides(
  item: RawMap,
  appendable: readonly string[],
  replaceable: readonly string[],
  notify: Notify,
): Overrides {
  const append = optionalBool(item, 'append') ?? false
  if (append) {
    const message =
      "'append' key is deprecated. Add an 'append' entry (e.g. 'condition: append') under 'override' instead."
    notify(noticeOf('falco-deprecated', message, item.entries.get('append')?.key, { data: { key: 'append' } }))
  }
  const keys = new Map<string, Operation>()
  const override = item.entries.get('override')?.value
  if (override?.kind === 'sequence')
    refuse(
      'falco-bad-override',
      'invalid node; this may result from using a map iterator as a sequence iterator, or vice-versa',
      override.place,
      { falco: 'LOAD_ERR_VALIDATE' },
    )
  if (override?.kind === 'map')
    for (const [key, { value }] of override.entries) keys.set(key, operationOf(key, value, appendable, replaceable))
  if (append && keys.size > 0)
    refuse(
      'falco-bad-override',
      "Keys 'override' and 'append: true' cannot be used together. Add an 'append' entry (e.g. 'condition: append') under 'override' instead.",
      item.entries.get('append')?.key,
    )
  return { append, keys }
}

function operationOf(
  key: string,
  value: Raw,
  appendable: readonly string[],
  replaceable: readonly string[],
): Operation {
  const text = value.kind === 'scalar' ? value.text : value.kind === 'null' ? 'null' : ''
  if (text === 'append') {
    if (appendable.includes(key)) return text
    refuse('falco-bad-override', `Key '${key}' cannot be appended to, use 'replace' instead`, value.place)
  }
  if (text === 'replace') {
    if (replaceable.includes(key)) return text
    refuse('falco-bad-override', `Key '${key}' cannot be replaced`, value.place)
  }
  if (value.kind === 'map' || value.kind === 'sequence')
    refuse('falco-bad-override', 'bad conversion', value.place, { falco: 'LOAD_ERR_VALIDATE' })
  const allowed = [...(appendable.includes(key) ? ['append '] : []), ...(replaceable.includes(key) ? ['replace '] : [])]
  const message = `Invalid override operation for key '${key}': '${text}'. Allowed values are: ${allowed.join('')}`
  refuse('falco-bad-override', message, value.place)
}

/** Every key that is overridden stands in the item, and every key that stands there and could be is overridden. */
export function checkOverrides(item: RawMap, { keys }: Overrides, overridable: readonly string[]): void {
  for (const [key, operation] of [...keys].toSorted(([, a], [, b]) => a.localeCompare(b)))
    if (!item.entries.has(key)) {
      const message = `An ${operation} override for '${key}' was specified but '${key}' is not defined`
      refuse('falco-bad-override', message, item.entries.get('override')?.key)
    }
  for (const key of overridable.toSorted())
    if (item.entries.has(key) && !keys.has(key)) {
      const message = `Unexpected key '${key}': no corresponding entry under 'override' is defined.`
      refuse('falco-bad-override', message, item.entries.get(key)?.key)
    }
}
