import type { Collector } from './collector.ts'
import { requiredScalar } from './decode.ts'
import { type Notify, noticeOf, refuse } from './notice.ts'
import type { Raw, RawMap } from './raw.ts'

/** Falco 0.44.1's own. */
const engine = [0, 62, 0] as const
const plugins: Readonly<Record<string, readonly [number, number, number]>> = { container: [0, 7, 1] }

export function checkEngineVersion(item: RawMap): void {
  const { text, place } = requiredScalar(item, 'required_engine_version')
  const wanted = /^\d+$/.test(text) ? ([0, Number(text), 0] as const) : versionIn(text)
  if (!wanted) {
    const message = `Unable to parse engine version '${text}' as a semver string. Expected "x.y.z" semver format.`
    refuse('falco-bad-version', message, place)
  }
  if (fits(engine, wanted)) return
  const message = `Rules require engine version ${wanted.join('.')}, but engine version is ${engine.join('.')}`
  refuse('falco-newer-engine', message, place)
}

type Version = readonly [number, number, number]

/** Three numbers; what follows them does not matter. */
function versionIn(text: string): Version | undefined {
  const found = /^(\d+)\.(\d+)\.(\d+)/.exec(text)
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : undefined
}

function fits(have: Version, wanted: Version): boolean {
  const [major, minor, patch] = wanted
  if (have[0] !== major) return false
  return have[1] > minor || (have[1] === minor && have[2] >= patch)
}

export function checkPluginVersions(item: RawMap, _: Collector, notify: Notify): void {
  const entry = item.entries.get('required_plugin_versions')
  if (entry?.value.kind !== 'sequence')
    refuse('falco-wrong-type', 'Value of required_plugin_versions must be a sequence', entry?.key)
  for (const wanted of entry.value.items) checkPlugin(wanted, notify)
}

function checkPlugin(wanted: Raw, notify: Notify): void {
  if (wanted.kind !== 'map') refuse('falco-wrong-type', 'Plugin version must be a mapping', wanted.place)
  const all = [requirement(wanted)]
  const others = wanted.entries.get('alternatives')?.value
  if (others?.kind === 'sequence')
    for (const other of others.items) {
      if (other.kind !== 'map') refuse('falco-wrong-type', 'Plugin version must be a mapping', other.place)
      const next = requirement(other)
      if (all.some(({ name }) => name === next.name)) {
        const message = `Defined multiple alternative version requirements for plugin '${next.name}'`
        refuse('falco-bad-version', message, other.place, { falco: 'LOAD_ERR_VALIDATE' })
      }
      all.push(next)
    }
  const known = all.find(({ name }) => plugins[name])
  const have = plugins[known?.name ?? '']
  if (known && have && fits(have, known.version)) return
  const message =
    known && have
      ? `Plugin '${known.name}' version '${have.join('.')}' is not compatible with required plugin version '${known.version.join('.')}'`
      : `Plugin requirement not satisfied, must load one of: ${all.map(each => `${each.name} (>= ${each.version.join('.')})`).join(', ')}`
  notify(noticeOf('falco-plugin-missing', message, wanted.place))
}

function requirement(item: RawMap): { readonly name: string; readonly version: Version } {
  const name = requiredScalar(item, 'name').text
  const { text, place } = requiredScalar(item, 'version')
  const version = versionIn(text)
  return version
    ? { name, version }
    : refuse('falco-bad-version', `Invalid required version '${text}' for plugin '${name}'`, place, {
        falco: 'LOAD_ERR_VALIDATE',
      })
}
