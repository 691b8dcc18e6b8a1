import { decodeUnsigned } from '../../../yaml/cpp/convert.ts'
import type { Place } from '../mapped-text.ts'
import type { Collector } from './collector.ts'
import { type Context, within } from './context.ts'
import { requiredScalar } from './decode.ts'
import { type Notify, noticeOf, refuse } from './notice.ts'
import type { Raw, RawMap } from './raw.ts'

/** Falco 0.44.1's own. */
const engine = [0, 62, 0] as const
const plugins: Readonly<Record<string, Version>> = { container: [0, 7, 1] }

type Version = readonly [number, number, number]

export function checkEngineVersion(item: RawMap, root: Context): void {
  const context = within(root, 'required_engine_version', '', item.mark)
  const { text, place } = requiredScalar(item, 'required_engine_version', context)
  const minor = decodeUnsigned(text)
  const wanted = minor === undefined ? versionIn(text) : ([0, minor, 0] as const)
  if (!wanted) {
    const message = `Unable to parse engine version '${text}' as a semver string. Expected "x.y.z" semver format.`
    refuse('falco-bad-version', message, context, { place })
  }
  if (fits(engine, wanted)) return
  const message = `Rules require engine version ${wanted.join('.')}, but engine version is ${engine.join('.')}`
  refuse('falco-newer-engine', message, context, { place })
}

/** Three numbers; what follows them does not matter. */
function versionIn(text: string): Version | undefined {
  const found = /^\s*\+?(\d+)\.\s*\+?(\d+)\.\s*\+?(\d+)/.exec(text)
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : undefined
}

function fits(have: Version, wanted: Version): boolean {
  const [major, minor, patch] = wanted
  if (have[0] !== major) return false
  return have[1] > minor || (have[1] === minor && have[2] >= patch)
}

/** One entry of `required_plugin_versions`: any of these will do. */
export interface PluginRequirement {
  readonly any: readonly { readonly name: string; readonly version: Version; readonly text: string }[]
  readonly place: Place
}

export function readPluginVersions(item: RawMap, collector: Collector, root: Context): void {
  const value = item.entries.get('required_plugin_versions')?.value
  if (!value) return
  const context = within(root, 'required plugin versions', '', value.mark)
  if (value.kind !== 'sequence')
    refuse('falco-wrong-type', 'Value of required_plugin_versions must be a sequence', context, { place: value.place })
  for (const wanted of value.items) collector.plugins.push(requirementOf(wanted, context))
}

function requirementOf(wanted: Raw, outer: Context): PluginRequirement {
  const { place, mark } = wanted
  const entry = 'required plugin versions entry'
  const unnamed = within(outer, entry, '', mark)
  if (wanted.kind !== 'map') refuse('falco-wrong-type', 'Plugin version must be a mapping', unnamed, { place })
  const { text: first } = requiredScalar(wanted, 'name', unnamed)
  const context = within(outer, entry, first, mark)
  const written = [{ name: first, version: requiredScalar(wanted, 'version', context).text }]
  const others = wanted.entries.get('alternatives')?.value
  if (others && others.kind !== 'sequence')
    refuse('falco-wrong-type', 'Value of plugin version alternatives must be a sequence', context, {
      place: others.place,
    })
  for (const other of others?.items ?? []) {
    const kind = 'required plugin versions alternative'
    const at = within(context, kind, '', other.mark)
    if (other.kind !== 'map')
      refuse('falco-wrong-type', 'Plugin version alternative must be a mapping', at, { place: other.place })
    const { text: name } = requiredScalar(other, 'name', at)
    const named = within(context, kind, name, other.mark)
    written.push({ name, version: requiredScalar(other, 'version', named).text })
  }
  return { any: versionsOf(written, context, place), place }
}

function versionsOf(written: readonly { name: string; version: string }[], context: Context, place: Place) {
  const any: { name: string; version: Version; text: string }[] = []
  const bad: (message: string) => never = message =>
    refuse('falco-bad-version', message, context, { falco: 'LOAD_ERR_VALIDATE', place })
  for (const { name, version: text } of written) {
    const version = versionIn(text)
    if (!version) bad(`Invalid required version '${text}' for plugin '${name}'`)
    if (any.some(each => each.name === name))
      bad(`Defined multiple alternative version requirements for plugin '${name}'`)
    any.push({ name, version, text })
  }
  return any
}

/** What Falco looks at after a file is loaded; it ends where a plugin is missing. */
export function checkPlugins({ plugins: wanted }: Collector, notify: Notify): void {
  for (const { any, place } of wanted) {
    const known = any.find(({ name }) => plugins[name])
    const have = plugins[known?.name ?? '']
    if (known && have && fits(have, known.version)) continue
    const message =
      known && have
        ? `Plugin '${known.name}' version '${have.join('.')}' is not compatible with required plugin version '${known.text}'`
        : `Plugin requirement not satisfied, must load one of: ${any.map(each => `${each.name} (>= ${each.text})`).join(', ')}`
    notify(noticeOf('falco-plugin-missing', message, undefined, { place }))
  }
}
