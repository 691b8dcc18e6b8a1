import type { Collector } from './collector.ts'
import { type Context, within } from './context.ts'
import { type Notify, noticeOf, Refusal, refuse } from './notice.ts'
import type { Raw, RawMap } from './raw.ts'
import { readList, readMacro } from './read-parts.ts'
import { readRule } from './read-rule.ts'
import { checkEngineVersion, readPluginVersions } from './versions.ts'

/** Reads an item, and gives the context that its unknown keys are told of in. */
export type ItemReader = (item: RawMap, collector: Collector, root: Context, notify: Notify) => Context

/** What an item is, by the first of these keys that it has, and the keys that are known in it. */
const kinds: readonly (readonly [key: string, read: ItemReader, keys: readonly string[]])[] = [
  [
    'required_engine_version',
    (item, _, root) => {
      checkEngineVersion(item, root)
      return within(root, 'required_engine_version', '', item.mark)
    },
    [],
  ],
  [
    'required_plugin_versions',
    (item, collector, root) => {
      readPluginVersions(item, collector, root)
      return within(root, 'required plugin versions', '', item.mark)
    },
    [],
  ],
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
 * Reads a file's items into the collector. Falco stops at the first refusal, which it does here when `notify` throws; when
 * it does not, reading goes on with the next item, so that a person sees all at once.
 */
export function readItems(documents: readonly Raw[], collector: Collector, root: Context, notify: Notify): void {
  for (const document of documents) {
    const refused = attempt(notify, () => {
      if (document.kind === 'sequence') return
      const { place } = document
      if (document.kind === 'map')
        refuse('falco-not-rules', 'Rules content is not yaml array of objects', root, { place })
      refuse('falco-not-rules', 'Rules content is not yaml', root, { place })
    })
    if (refused) return
    if (document.kind !== 'sequence') continue
    for (const item of document.items)
      if (item.kind !== 'null') attempt(notify, () => readItem(item, collector, root, notify))
  }
}

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

function readItem(item: Raw, collector: Collector, root: Context, notify: Notify): void {
  if (item.kind !== 'map') {
    const message = 'Unexpected element type. Each element should be a yaml associative array.'
    refuse('falco-not-rules', message, within(root, 'rules content item', '', item.mark), { place: item.place })
  }
  const kind = kinds.find(([key]) => item.entries.has(key))
  if (!kind) {
    const context = within(root, 'rules content item', '', item.mark)
    notify(noticeOf('falco-unknown-item', 'Unknown top level item', context, { place: firstKey(item) }))
    return
  }
  const [name, read, keys] = kind
  const context = read(item, collector, root, notify)
  for (const { name: key, key: written } of item.all)
    if (key !== name && !keys.includes(key)) {
      const message = `Unknown key '${key}'. The key will be ignored.`
      const data = { key, kind: name, known: keys }
      notify(noticeOf('falco-unknown-key', message, context, { place: written.place, data }))
    }
}

function firstKey(item: RawMap) {
  return item.all[0]?.key.place ?? item.place
}
