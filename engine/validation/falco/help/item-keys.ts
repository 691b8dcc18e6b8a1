import type { Beside } from '../../field.ts'
import { appendable, replaceable } from '../load/update-rule.ts'

const change = ['override', 'append']
const begins = ['rule', 'macro', 'list', 'required_engine_version', 'required_plugin_versions']
const ofRule = ['desc', 'condition', 'output', 'priority', 'source', 'enabled', 'tags', 'exceptions', ...change]
const more = ['capture', 'capture_duration', 'skip-if-unknown-filter', 'warn_evttypes']

/** What may stand beside the key that an item begins with. */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  rule: [...ofRule, ...more],
  macro: ['condition', ...change],
  list: ['items', ...change],
  required_engine_version: [],
  required_plugin_versions: [],
}

/** The keys of an item, by what it is. */
export function itemKeys({ keys }: Beside): readonly string[] {
  const kind = begins.find(it => keys.includes(it))
  if (kind === undefined) return keys.length === 0 ? begins : [...begins, ...Object.values(keysOf).flat()]
  return keysOf[kind] ?? []
}

const overridden: Readonly<Record<string, readonly string[]>> = {
  rule: [...new Set([...appendable, ...replaceable])],
  macro: ['condition'],
  list: ['items'],
}

/** What an override may change, by what the item is. */
export function overrideKeys({ root, path }: Beside): readonly string[] {
  const item: unknown = Array.isArray(root) ? root[Number(path[0])] : undefined
  const isThere = (key: string) => typeof item === 'object' && item !== null && Object.hasOwn(item, key)
  return Object.entries(overridden).find(([kind]) => isThere(kind))?.[1] ?? Object.values(overridden).flat()
}
