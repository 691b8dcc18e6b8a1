import type { Collector } from './collector.ts'
import { requiredScalar } from './decode.ts'
import { type Notify, noticeOf, Refusal, refuse } from './notice.ts'
import type { Raw, RawFile, RawMap } from './raw.ts'
import { readList, readMacro } from './read-parts.ts'
import { readRule } from './read-rule.ts'
import { checkEngineVersion, checkPluginVersions } from './versions.ts'

type Reader = (item: RawMap, collector: Collector, notify: Notify) => void

/** What an item is, by the first of these keys that it has, and the keys that are known in it. */
const kinds: readonly (readonly [key: string, read: Reader, keys: readonly string[]])[] = [
  ['required_engine_version', checkEngineVersion, []],
  ['required_plugin_versions', checkPluginVersions, []],
  ['list', readList, ['items', 'append', 'override']],
  ['macro', readMacro, ['condition', 'append', 'override']],
  [
    'rule',
    readRule,
    [
      ...['condition', 'output', 'desc', 'priority', 'source', 'enabled', 'tags', 'exceptions', 'append', 'override'],
      ...['warn_evttypes', 'skip-if-unknown-filter', 'capture', 'capture_duration'],
    ],
  ],
]

/**
 * Reads a file's items into the collector. Falco stops at the first refusal; here reading goes on with the next item, so
 * that a person sees all at once.
 */
export function readItems({ documents }: RawFile, collector: Collector, notify: Notify): void {
  for (const document of documents) {
    const end = attempt(notify, () => {
      if (document.kind === 'null') return
      if (document.kind === 'scalar') refuse('falco-not-rules', 'Rules content is not yaml', document.place)
      if (document.kind === 'map')
        refuse('falco-not-rules', 'Rules content is not yaml array of objects', document.place)
      if (document.kind === 'sequence')
        for (const item of document.items) attempt(notify, () => readItem(item, collector, notify))
    })
    if (end) return
  }
}

/** Whether something was refused. */
function attempt(notify: Notify, read: () => void): boolean {
  try {
    read()
    return false
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    notify(error.notice)
    return true
  }
}

function readItem(item: Raw, collector: Collector, notify: Notify): void {
  if (item.kind === 'null') return
  if (item.kind !== 'map')
    refuse('falco-not-rules', 'Unexpected element type. Each element should be a yaml associative array.', item.place)
  const kind = kinds.find(([key]) => item.entries.has(key))
  if (!kind) {
    notify(
      noticeOf('falco-unknown-item', 'Unknown top level item', firstKey(item), {
        data: { keys: [...item.entries.keys()] },
      }),
    )
    return
  }
  const [name, read, keys] = kind
  if (keys.length > 0) requiredScalar(item, name)
  read(item, collector, notify)
  for (const [key, entry] of item.entries)
    if (key !== name && !keys.includes(key)) {
      const message = `Unknown key '${key}'. The key will be ignored.`
      notify(noticeOf('falco-unknown-key', message, entry.key, { data: { key, kind: name, known: keys } }))
    }
}

function firstKey(item: RawMap) {
  const [first] = item.entries.values()
  return first?.key ?? item.place
}
