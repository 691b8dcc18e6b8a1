import type { UnreadRuntime } from './config.ts'
import type { TomlEntry, TomlTable } from './toml/value.ts'

/** The plugin whose table holds the runtimes, since `version = 3`. */
export const runtimePlugin = 'io.containerd.cri.v1.runtime'
/** The same before; a file that says `version = 2` may use either. */
export const oldPlugin = 'io.containerd.grpc.v1.cri'

const elsewhere = new Set([
  ...['sandbox_image', 'registry', 'image_decryption', 'max_concurrent_downloads', 'image_pull_progress_timeout'],
  ...['image_pull_with_sync_fs', 'stats_collect_period', 'disable_tcp_service', 'stream_server_address'],
  ...['stream_server_port', 'stream_idle_timeout', 'enable_tls_streaming', 'x509_key_pair_streaming'],
])
const ofImages = new Set(['snapshotter', 'disable_snapshot_annotations', 'discard_unpacked_layers'])

export interface Plugin {
  /** What containerd decodes for the plugin; undefined when the file says nothing of it. */
  readonly table?: TomlTable
  readonly unread: readonly UnreadRuntime[]
}

/**
 * The table of the runtime plugin. `version = 2` is migrated: what stands under the old name is copied, but for keys that
 * the new name has already. Other versions are read as they stand (containerd 2.1).
 */
export function pluginOf(root: TomlTable, version: number): Plugin {
  const plugins = child(root, 'plugins')
  const table = plugins && child(plugins, runtimePlugin)
  const old = version === 2 && plugins ? child(plugins, oldPlugin) : undefined
  const made = old ? migrated(old, table) : table
  // Migration makes new entries, but every key stays where it is written.
  const read = new Set(runtimesIn(made).map(({ entry }) => entry.key))
  const unread = stray(root, version, table !== undefined).filter(({ entry }) => !read.has(entry.key))
  return {
    ...(made && { table: made }),
    unread: unread.map(({ entry: _, ...rest }) => rest),
  }
}

function migrated(old: TomlTable, table: TomlTable | undefined): TomlTable {
  const entries = new Map(table?.entries)
  for (const [key, entry] of old.entries)
    if (key !== 'cni' && key !== 'containerd' && !elsewhere.has(key) && !entries.has(key)) entries.set(key, entry)
  const cni = old.entries.get('cni')
  if (cni) entries.set('cni', entries.get('cni') ?? withoutBinDir(cni))
  const from = old.entries.get('containerd')
  if (from?.value.is === 'table') {
    const there = table && child(table, 'containerd')
    const merged = new Map(there?.entries)
    for (const [key, entry] of from.value.entries)
      if (!ofImages.has(key) && !merged.has(key)) merged.set(key, withoutSandboxMode(key, entry))
    entries.set('containerd', { key: from.key, value: { ...from.value, entries: merged } })
  }
  return { is: 'table', range: (table ?? old).range, entries }
}

/** `bin_dir` becomes `bin_dirs`. */
function withoutBinDir({ key, value }: TomlEntry): TomlEntry {
  if (value.is !== 'table') return { key, value }
  const entries = new Map(value.entries)
  const binDir = entries.get('bin_dir')
  entries.delete('bin_dir')
  if (binDir && !entries.has('bin_dirs')) {
    const { range } = binDir.value
    entries.set('bin_dirs', { key: binDir.key, value: { is: 'array', items: [binDir.value], range } })
  }
  return { key, value: { ...value, entries } }
}

/** `sandbox_mode` becomes `sandboxer`. */
function withoutSandboxMode(name: string, { key, value }: TomlEntry): TomlEntry {
  if (name !== 'runtimes' || value.is !== 'table') return { key, value }
  const runtimes = [...value.entries].map(([handler, runtime]): readonly [string, TomlEntry] => {
    if (runtime.value.is !== 'table' || !runtime.value.entries.has('sandbox_mode')) return [handler, runtime]
    const entries = new Map(runtime.value.entries)
    const mode = entries.get('sandbox_mode')
    entries.delete('sandbox_mode')
    if (mode && !entries.has('sandboxer')) entries.set('sandboxer', mode)
    return [handler, { ...runtime, value: { ...runtime.value, entries } }]
  })
  return { key, value: { ...value, entries: new Map(runtimes) } }
}

interface Stray extends UnreadRuntime {
  readonly entry: TomlEntry
}

/** Every table below a `containerd.runtimes` or `containerd.runtime`, wherever it stands in the file. */
function stray(root: TomlTable, version: number, hasNew: boolean): readonly Stray[] {
  const found: Stray[] = []
  const walk = (table: TomlTable, path: readonly string[]) => {
    if (path.length > 12) return
    for (const [name, { value }] of table.entries) {
      if (value.is !== 'table') continue
      const isList = path.at(-1) === 'containerd' && (name === 'runtimes' || name === 'runtime')
      if (!isList) walk(value, [...path, name])
      else
        for (const [handler, entry] of value.entries)
          if (entry.value.is === 'table') {
            const why = whyUnread([...path, name], version, hasNew)
            found.push({ handler, range: entry.value.range, why, entry })
          }
    }
  }
  walk(root, [])
  return found
}

function whyUnread(path: readonly string[], version: number, hasNew: boolean): string {
  const wanted = `\`plugins.'${runtimePlugin}'.containerd.runtimes\``
  if (path.at(-1) === 'runtime')
    return 'The tables of runtimes lie below `runtimes`, not `runtime`, so this one is not read. Add the `s`.'
  if (path[0] === 'plugins' && path[1] === oldPlugin) {
    if (version === 2 && hasNew)
      return `Where \`plugins.'${runtimePlugin}'\` has runtimes of its own, those under the old name are not read. Put all of them under one name.`
    return `With \`version = ${version}\` containerd reads ${wanted}, so this table is not read. Move it there.`
  }
  if (path[0] === 'plugins' && path[1] === 'io')
    return `Without quotes every dot opens another table, so this one is not read. Write ${wanted}.`
  return `This table is not read. The tables of runtimes lie below ${wanted}.`
}

function runtimesIn(plugin: TomlTable | undefined) {
  const runtimes = plugin && child(plugin, 'containerd') && child(child(plugin, 'containerd'), 'runtimes')
  return [...(runtimes?.entries ?? [])].map(([handler, entry]) => ({ handler, entry }))
}

/** A table in a table, by exact name first, then in any case; names of plugins, which have dots, by exact name alone. */
export function child(table: TomlTable | undefined, name: string): TomlTable | undefined {
  const exact = table?.entries.get(name)
  const inAnyCase = name.includes('.') ? [] : [...(table?.entries ?? [])]
  const entry = exact ?? inAnyCase.find(([key]) => key.toLowerCase() === name)?.[1]
  return entry?.value.is === 'table' ? entry.value : undefined
}
