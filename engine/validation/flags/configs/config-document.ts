import type { JsonNode } from '../../../yaml/go/json.ts'
import { decode, type GoType } from '../../kubernetes/decode.ts'
import { struct, text } from '../../kubernetes/decode-types.ts'
import { goQuoted } from '../../kubernetes/go-print.ts'
import { readObjectText, strictWords } from '../../kubernetes/read-object.ts'

/** A kind of configuration that a component reads. */
export interface ConfigKind<T> {
  readonly kind: string
  /** `group/version`. */
  readonly versions: readonly string[]
  /** Where the component's scheme was made; its errors tell that. */
  readonly scheme: string
  readonly type: GoType<T>
}

export type ConfigReading<T> =
  | {
      readonly value: T
      /** What a strict decoder says; the component decides whether that counts. */
      readonly strictError?: string
    }
  /** The decoder's words. */
  | { readonly error: string }

/** Reads the first document of a configuration as Kubernetes' loaders do. Never throws. */
export function readConfig<T>(written: string, { kind, versions, scheme, type }: ConfigKind<T>): ConfigReading<T> {
  const read = readObjectText(written)
  if ('refused' in read) return { error: read.refused }
  const found = versionAndKind(read.node)
  if ('error' in found) return { error: `couldn't get version/kind; json parse error: ${found.error}` }
  const { apiVersion } = found
  if (apiVersion.split('/').length > 2) return { error: `unexpected GroupVersion string: ${apiVersion}` }
  if (found.kind === '') return { error: `Object 'Kind' is missing in '${written}'` }
  if (apiVersion === '') return { error: `Object 'apiVersion' is missing in '${written}'` }
  if (found.kind !== kind || !versions.includes(apiVersion)) {
    const asked = `no kind ${goQuoted(found.kind)} is registered for version ${goQuoted(apiVersion)}`
    return { error: `${asked} in scheme ${goQuoted(scheme)}` }
  }
  const decoded = decode(type, read.node)
  if (decoded.error) return { error: decoded.error.message }
  const strictError = strictWords(read.duplicates, decoded.strict)
  return { value: decoded.value, ...(strictError !== undefined && { strictError }) }
}

/** The two fields are found whatever their case, and by a type that has no name. */
const typed = struct('', { apiVersion: text(), kind: text() })
const anonymous = String.raw`struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" }`

function versionAndKind(node: JsonNode) {
  if (node.kind !== 'object' && node.kind !== 'null')
    return { error: `json: cannot unmarshal ${node.kind} into Go value of type ${anonymous}` }
  const { value, error } = decode(typed, node, { ignoresCase: true })
  return error ? { error: error.message } : value
}

/** Names of versions in the group of the API server's configurations. */
export function configVersions(...versions: readonly string[]): readonly string[] {
  return versions.map(version => `apiserver.config.k8s.io/${version}`)
}
