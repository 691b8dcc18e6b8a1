import { goQuoted } from '../../../yaml/go/go-quoted.ts'
import type { JsonNode } from '../../../yaml/go/json.ts'
import { placesIn } from '../../../yaml/go/places.ts'
import type { Path, Range } from '../../../yaml/range.ts'
import { type DecodeProblem, decode, type GoType } from '../../kubernetes/decode.ts'
import { struct, text } from '../../kubernetes/decode-types.ts'
import { type ObjectText, readObjectText, strictWords } from '../../kubernetes/read-object.ts'

/** A kind by its name, in its versions: `group/version`. */
interface NamedType<T> {
  readonly kind: string
  readonly versions: readonly string[]
  readonly type: GoType<T>
}

/** A kind of configuration that a component reads. */
export interface ConfigKind<T> extends NamedType<T> {
  /** Where the component's scheme was made; its errors tell that. */
  readonly scheme: string
  /** Another name of the same. */
  readonly alias?: { readonly kind: string; readonly version: string }
  /** Kinds that are decoded as well, before the component finds that they are not what it wants. */
  readonly others?: readonly NamedType<unknown>[]
}

export type ConfigReading<T> = (ConfigRead<T> | ConfigRefusal) & {
  /** The text as it was read. */
  readonly source: ObjectText
}

export interface ConfigRead<T> {
  readonly value: T
  readonly node: JsonNode
  readonly duplicates: Extract<ObjectText, { node: JsonNode }>['duplicates']
  readonly strict: readonly DecodeProblem[]
  /** What a strict decoder says; the component decides whether that counts. */
  readonly strictError?: string
}

export interface ConfigRefusal {
  /** The decoder's words. */
  readonly error: string
  /** What is wrong: the text, its apiVersion or kind, or the type of a value. */
  readonly what: 'text' | 'kind' | 'type'
  readonly path: Path
  readonly range: Range
  /** `group/version, Kind=name`: one of `others`, which was decoded and is not wanted. */
  readonly unexpected?: string
  /** What a strict decoder says of that one. */
  readonly strictError?: string
}

/** Reads the first document of a configuration as Kubernetes' loaders do. Never throws. */
export function readConfig<T>(written: string, wanted: ConfigKind<T>): ConfigReading<T> {
  const source = readObjectText(written)
  return { ...decodeConfig(written, source, wanted), source }
}

function decodeConfig<T>(written: string, read: ObjectText, wanted: ConfigKind<T>): ConfigRead<T> | ConfigRefusal {
  if ('refused' in read) return { error: read.refused, what: 'text', path: [], range: read.range }
  const places = placesIn(read.node)
  const refused = (error: string, what: 'kind' | 'type', path: Path): ConfigRefusal => {
    return { error, what, path, range: places.nearest(path) }
  }
  const found = versionAndKind(read.node)
  if ('error' in found)
    return refused(`couldn't get version/kind; json parse error: ${found.error}`, 'kind', found.path ?? [])
  const { apiVersion, kind } = found
  if (apiVersion.split('/').length > 2)
    return refused(`unexpected GroupVersion string: ${apiVersion}`, 'kind', ['apiVersion'])
  if (kind === '') return refused(`Object 'Kind' is missing in '${written}'`, 'kind', ['kind'])
  if (apiVersion === '') return refused(`Object 'apiVersion' is missing in '${written}'`, 'kind', ['apiVersion'])
  const isNamed = (it: Omit<NamedType<unknown>, 'type'>) => it.kind === kind && it.versions.includes(apiVersion)
  const isWanted = isNamed(wanted) || (wanted.alias?.kind === kind && wanted.alias.version === apiVersion)
  const other = wanted.others?.find(isNamed)
  if (!isWanted && !other) {
    const words = `no kind ${goQuoted(kind)} is registered for version ${goQuoted(apiVersion)} in scheme ${goQuoted(wanted.scheme)}`
    return refused(words, 'kind', [wanted.versions.includes(apiVersion) ? 'kind' : 'apiVersion'])
  }
  if (!isWanted && other) {
    const { error, strict } = decode(other.type, read.node)
    if (error) return { ...error, error: error.message, what: 'type' }
    const strictError = strictWords(read.duplicates, strict)
    const unexpected = `${apiVersion}, Kind=${kind}`
    const why = refused(`unexpected type: ${unexpected}`, 'kind', ['kind'])
    return { ...why, unexpected, ...(strictError !== undefined && { strictError }) }
  }
  const decoded = decode(wanted.type, read.node)
  if (decoded.error) return { ...decoded.error, error: decoded.error.message, what: 'type' }
  const strictError = strictWords(read.duplicates, decoded.strict)
  return {
    ...{ value: decoded.value, node: read.node, duplicates: read.duplicates, strict: decoded.strict },
    ...(strictError !== undefined && { strictError }),
  }
}

/** The two fields are found whatever their case, and by a type that has no name. */
const typed = struct('', { apiVersion: text(), kind: text() })
const anonymous = String.raw`struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" }`

function versionAndKind(node: JsonNode) {
  if (node.kind !== 'object' && node.kind !== 'null')
    return { error: `json: cannot unmarshal ${node.kind} into Go value of type ${anonymous}`, path: [] }
  const { value, error } = decode(typed, node, { ignoresCase: true })
  return error ? { error: error.message, path: error.path } : value
}

/** Names of versions in the group of the API server's configurations. */
export function configVersions(...versions: readonly string[]): readonly string[] {
  return versions.map(version => `apiserver.config.k8s.io/${version}`)
}
