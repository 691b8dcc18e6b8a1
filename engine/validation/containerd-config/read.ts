import type { Finding, Reading } from '../../yaml/finding.ts'
import { limit } from '../../yaml/limits.ts'
import { lineColumn } from '../../yaml/place.ts'
import type { ContainerdConfig } from './config.ts'
import { type Decoded, decodeTable, stringsAt } from './decode.ts'
import { configFields } from './fields.ts'
import { finding } from './finding-codes.ts'
import { oldPlugin, pluginOf, runtimePlugin } from './plugin.ts'
import { readRuntimes } from './runtimes.ts'
import { parseToml } from './toml/parse.ts'

const MAX_LENGTH = 1024 * 1024
/** The newest version of the file that containerd 2.1 knows. */
const newest = 3

export interface ContainerdReading extends Reading<ContainerdConfig> {
  /** Why containerd does not serve the kubelet with this file, in its words; undefined when it does. */
  readonly refusal?: string
  /** What does not start: containerd itself, or only its part for the kubelet. */
  readonly stops?: 'containerd' | 'cri'
}

export interface ReadOptions {
  /** Where the file lies: imports are looked for from there, and errors name it. */
  readonly path?: string
  /** The files that a path or pattern of `imports` leads to. */
  readonly find?: (pattern: string) => readonly string[]
}

/**
 * Reads containerd's configuration as containerd 2.1.5 loads it, as far as it decides which runtime a pod gets. A finding of
 * severity `error` means that the node runs no pods with this file; `value` holds what could be read.
 */
export function readContainerdConfig(text: string, options: ReadOptions = {}): ContainerdReading {
  const { path = '/etc/containerd/config.toml', find = () => [] } = options
  if (text.length > MAX_LENGTH) {
    const words = 'The file is larger than 1 MiB, which is not read here. Make it smaller.'
    return { findings: [finding('containerd-too-large', [], undefined, words, { limit: MAX_LENGTH })], refusal: words }
  }
  const stopped = (words: string, found: Finding): ContainerdReading => ({
    findings: [found],
    refusal: words,
    stops: 'containerd',
  })
  const toml = parseToml(text)
  const top = decodeTable('error' in toml ? toml.before : toml.root, configFields, 'config.Config', [])
  if (top.error)
    return stopped(`failed to unmarshal TOML${position(text, top.error.at)}: ${top.error.words}`, top.error.finding)
  if ('error' in toml) {
    const { words, at, range, ours } = toml.error
    const code = at === undefined ? 'containerd-defined-twice' : 'containerd-toml-syntax'
    return stopped(
      ours ? words : `failed to unmarshal TOML${position(text, at)}: ${words}`,
      finding(code, [], range, words),
    )
  }
  const found = top.fields.get('version')?.value
  const written = found?.is === 'integer' ? found.value : 0
  const version = Math.max(written, 1)
  const refused = wrongVersion(top.fields, written)
  if (refused) {
    const why = written < 0 ? `index out of range [${written}]` : refused.message
    return stopped(written < 0 ? `runtime error: ${why}` : `failed to load TOML from ${path}: ${why}`, refused)
  }

  const imported: string[] = []
  for (const { value: pattern, range } of stringsAt(top.fields, 'imports')) {
    const from = pattern.startsWith('/') ? pattern : `${path.slice(0, path.lastIndexOf('/') + 1)}${pattern}`
    const files = find(from)
    imported.push(...files)
    if (files.length > 0 || /[*?[]/.test(pattern)) continue
    const words = `open ${from}: no such file or directory`
    return stopped(words, finding('containerd-import-missing', ['imports'], range, words, { file: from }))
  }

  const plugin = pluginOf(toml.root, version)
  const under = ['plugins', runtimePlugin]
  const read = readRuntimes(plugin.table, under)
  const findings = [
    ...top.unknown.map(({ key, entry }) =>
      finding('containerd-unknown-key', [key], entry.key, `Ignoring unknown key in TOML: ${key}`, { key }),
    ),
    ...plugin.unread.map(({ handler, range, why }) =>
      finding('containerd-table-not-read', [], range, why, { handler }),
    ),
    ...read.findings,
  ]
  const disabled = stringsAt(top.fields, 'disabled_plugins').find(({ value }) => turnsOff(value, version))
  if (disabled) {
    const words = `${disabled.value} is disabled, so the kubelet finds no runtime on this node. Take it out of disabled_plugins.`
    findings.push(finding('containerd-cri-disabled', ['disabled_plugins'], disabled.range, words))
  }
  return {
    value: {
      ...{ version, imported, runtimes: read.runtimes, defaultRuntime: read.defaultRuntime, unread: plugin.unread },
      ...(read.defaultEntry && { defaultRange: read.defaultEntry.value.range }),
      ...(disabled && { disabled: disabled.range }),
    },
    findings: firstOf(findings),
    ...(read.refusal !== undefined && { refusal: read.refusal, stops: 'cri' }),
  }
}

/** In the order of the text; of more than can be shown, what stops containerd before what does not. */
function firstOf(findings: readonly Finding[]): readonly Finding[] {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const rest = findings.filter(({ severity }) => severity !== 'error')
  return [...errors, ...rest].slice(0, limit.findings).toSorted((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0))
}

function wrongVersion(fields: Decoded, version: number): Finding | undefined {
  const range = fields.get('version')?.value.range
  if (version > newest) {
    const words = `expected containerd config version equal to or less than \`${newest}\`, got \`${version}\``
    return finding('containerd-version', ['version'], range, words, { version })
  }
  if (version < 0) {
    const words = `No file has the version ${version}: containerd breaks down over it. Write ${newest}.`
    return finding('containerd-version', ['version'], range, words, { version })
  }
  if (version < 2) return undefined
  for (const kind of ['disabled', 'required'] as const)
    for (const { value, range } of stringsAt(fields, `${kind}_plugins`)) {
      if (value.includes('.')) continue
      const words = `invalid ${kind} plugin URI ${JSON.stringify(value)} expect io.containerd.x.vx`
      return finding('containerd-plugin-name', [`${kind}_plugins`], range, words, { plugin: value })
    }
  return undefined
}

function turnsOff(name: string, version: number): boolean {
  return name === oldPlugin || name === runtimePlugin || (version < 2 && name === 'cri')
}

/** Rows and columns count from 1, columns in bytes. */
function position(text: string, at: number | undefined): string {
  if (at === undefined) return ''
  const { line, column } = lineColumn(text, at)
  const bytes = new TextEncoder().encode(text.slice(at - column + 1, at)).length
  return ` at row ${line} column ${bytes + 1}`
}
