import type { Finding } from '../../yaml/finding.ts'
import type { Path } from '../../yaml/range.ts'
import type { Runtime } from './config.ts'
import { type Decoded, type Decoding, decodeTable, stringAt, tableAt, trueAt } from './decode.ts'
import { containerdFields, pluginFields, runtimeFields } from './fields.ts'
import { finding } from './finding-codes.ts'
import type { TomlEntry, TomlTable } from './toml/value.ts'

export interface ReadRuntimes {
  readonly runtimes: ReadonlyMap<string, Runtime>
  readonly defaultRuntime: string
  readonly defaultEntry?: TomlEntry
  readonly findings: readonly Finding[]
  /** Why the plugin does not start, in containerd's words. */
  readonly refusal?: string
}

/** What containerd has before it reads a file. */
const builtIn: Runtime = { type: 'io.containerd.runc.v2', path: '' }

/** Decodes and validates the runtime plugin's table over containerd's defaults. `path` is where it stands. */
export function readRuntimes(plugin: TomlTable | undefined, path: Path): ReadRuntimes {
  const findings: Finding[] = []
  const refuse = (words: string, found: Finding): ReadRuntimes => ({
    ...{ runtimes: new Map(), defaultRuntime: '', findings: [...findings, found], refusal: words },
  })
  const unknown = (decoded: Decoding, at: Path, key: readonly string[]) => {
    for (const { key: name, entry } of decoded.unknown) {
      const words = `Ignoring unknown key in TOML for plugin: ${[...key, name].join(' ')}`
      findings.push(finding('containerd-unknown-key', [...at, name], entry.key, words, { key: name }))
    }
  }
  const top = plugin && decodeTable(plugin, pluginFields, 'config.RuntimeConfig', path)
  if (top) unknown(top, path, [])
  const containerd = top && tableAt(top.fields, 'containerd')
  const at = [...path, 'containerd']
  const middle = containerd && decodeTable(containerd, containerdFields, 'config.ContainerdConfig', at)
  if (middle) unknown(middle, at, ['containerd'])

  const runtimes = new Map<string, Runtime>([['runc', builtIn]])
  const decoded = new Map<string, Decoded>()
  const list = middle && tableAt(middle.fields, 'runtimes')
  for (const [handler, entry] of list?.entries ?? []) {
    const here = [...at, 'runtimes', handler]
    if (entry.value.is !== 'table') {
      const words = `toml: cannot decode TOML ${entry.value.is} into a Go value of type config.Runtime`
      return refuse(words, finding('containerd-wrong-type', here, entry.value.range, words, { found: entry.value.is }))
    }
    const one = decodeTable(entry.value, runtimeFields, 'config.Runtime', here)
    unknown(one, here, ['containerd', 'runtimes', handler])
    if (one.error) return refuse(one.error.words, one.error.finding)
    decoded.set(handler, one.fields)
    runtimes.set(handler, runtimeOf(entry.value, one.fields, handler === 'runc' ? builtIn : { type: '', path: '' }))
  }
  const wrong = middle?.error ?? top?.error
  if (wrong) return refuse(wrong.words, wrong.finding)

  const defaultEntry = middle?.fields.get('default_runtime_name')
  const defaultRuntime = defaultEntry ? stringAt(middle?.fields ?? new Map(), 'default_runtime_name') : 'runc'
  const bad = invalid(runtimes, decoded, defaultRuntime, defaultEntry, top?.fields, path)
  if (bad) return refuse(`invalid plugin config: ${bad.message}`, bad)
  for (const [handler, runtime] of runtimes) {
    if (runtime.type !== '') continue
    const words = `The runtime ${handler} has no runtime_type, so no pod can start with it. Add one, as runtime_type = "io.containerd.${handler}.v1".`
    findings.push(
      finding('containerd-no-runtime-type', [...at, 'runtimes', handler], runtime.range, words, { handler }),
    )
  }
  return { runtimes, defaultRuntime, ...(defaultEntry && { defaultEntry }), findings }
}

function runtimeOf({ range }: TomlTable, fields: Decoded, before: Runtime): Runtime {
  const type = fields.get('runtime_type')
  return {
    type: type ? stringAt(fields, 'runtime_type') : before.type,
    path: stringAt(fields, 'runtime_path'),
    range,
    ...(type && { typeRange: type.value.range }),
  }
}

/** What containerd's own validation says, in its order. */
function invalid(
  runtimes: ReadonlyMap<string, Runtime>,
  decoded: ReadonlyMap<string, Decoded>,
  name: string,
  nameEntry: TomlEntry | undefined,
  plugin: Decoded | undefined,
  path: Path,
): Finding | undefined {
  const bad = (
    code: 'containerd-bad-setting' | 'containerd-default-runtime',
    key: string,
    at: Path,
    fields?: Decoded,
  ) => {
    const range = (fields?.get(key) ?? nameEntry)?.value.range
    return (words: string) => finding(code, [...at, key], range, words)
  }
  const here = [...path, 'containerd']
  if (name === '')
    return bad('containerd-default-runtime', 'default_runtime_name', here)('`default_runtime_name` is empty')
  if (!runtimes.has(name))
    // The closing backtick is missing in containerd's own sentence.
    return bad(
      'containerd-default-runtime',
      'default_runtime_name',
      here,
    )(
      `no corresponding runtime configured in \`containerd.runtimes\` for \`containerd\` \`default_runtime_name = "${name}"`,
    )
  for (const [handler, fields] of decoded) {
    const at = [...here, 'runtimes', handler]
    const all = 'privileged_without_host_devices_all_devices_allowed'
    if (trueAt(fields, all) && !trueAt(fields, 'privileged_without_host_devices'))
      return bad(
        'containerd-bad-setting',
        all,
        at,
        fields,
      )(`\`${all}\` requires \`privileged_without_host_devices\` to be enabled`)
    if (!['', 'fifo', 'streaming'].includes(stringAt(fields, 'io_type')))
      return bad('containerd-bad-setting', 'io_type', at, fields)('`io_type` can only be `streaming` or `named_pipe`')
  }
  const cni = plugin && tableAt(plugin, 'cni')
  if (cni?.entries.has('bin_dir') && cni.entries.has('bin_dirs'))
    return bad(
      'containerd-bad-setting',
      'bin_dir',
      [...path, 'cni'],
      cni.entries,
    )('`cni.bin_dir` and `cni.bin_dirs` cannot be set at the same time')
  const timeout = plugin ? stringAt(plugin, 'drain_exec_sync_io_timeout') : ''
  const wrong = durationError(timeout)
  return wrong === undefined
    ? undefined
    : bad(
        'containerd-bad-setting',
        'drain_exec_sync_io_timeout',
        path,
        plugin,
      )(`invalid \`drain_exec_sync_io_timeout\`: ${wrong}`)
}

/** What Go's `time.ParseDuration` says. */
function durationError(text: string): string | undefined {
  const rest = text.replace(/^[+-]/, '')
  if (text === '' || rest === '0') return undefined
  const quoted = JSON.stringify(text)
  if (rest === '' || !/^(?:\d|\.\d)/.test(rest)) return `time: invalid duration ${quoted}`
  if (/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(rest)) return undefined
  return /(?:\d|\.)$/.test(rest) ? `time: missing unit in duration ${quoted}` : `time: invalid duration ${quoted}`
}
