import { jsonText } from '../../yaml/go/json-text.ts'
import { type GoYamlReading, readGoYaml } from '../../yaml/go/read.ts'
import { otherKinds } from '../auth-config/other-kinds.ts'
import { versioned } from '../auth-config/versioned.ts'
import { type ConfigRefusal, configVersions, readConfig } from '../flags/configs/config-document.ts'
import { joinPath } from '../flags/files.ts'
import type { Decoded } from '../kubernetes/decode.ts'
import { anything, list, struct, text } from '../kubernetes/decode-types.ts'
import { typeMeta } from '../kubernetes/metadata-type.ts'
import { looksLikeJson, type ObjectText } from '../kubernetes/read-object.ts'

/** What an AdmissionConfiguration says to one plugin. */
export interface PluginEntry {
  readonly name: string
  /** The bytes of its configuration, where they stand in the file. */
  readonly configuration?: string
  /** The file that holds its configuration, from the root. Not read where `configuration` is there. */
  readonly path?: string
}

export type AdmissionConfig =
  | { readonly plugins: readonly PluginEntry[] }
  /** As the server prints it, and what decided. */
  | { readonly refused: string; readonly decoding?: ConfigRefusal }

const configuration = versioned(version => {
  const fields = { name: text(), path: text(), configuration: anything }
  const plugin = struct(`${version}.AdmissionPluginConfiguration`, fields)
  return struct(`${version}.AdmissionConfiguration`, { ...typeMeta, plugins: list(plugin) })
})
export type RawAdmissionConfig = Decoded<typeof configuration>

export const admissionConfiguration = {
  kind: 'AdmissionConfiguration',
  versions: ['apiserver.k8s.io/v1alpha1', ...configVersions('v1')],
  scheme: 'pkg/server/options/admission.go:51',
  type: configuration,
  others: otherKinds('AdmissionConfiguration'),
}
/** Plugins whose own file may stand in place of the whole. */
const legacy = { imagePolicy: true, podNodeSelectorPluginConfig: true }
const legacyPlugins = ['ImagePolicyWebhook', 'PodNodeSelector']

/** Reads the file of `--admission-control-config-file`; `path` is the file's, from the root. Never throws. */
export function readAdmissionConfig(written: string, path: string): AdmissionConfig {
  const read = readConfig<RawAdmissionConfig>(written, admissionConfiguration)
  if ('error' in read) {
    const { error, unexpected, strictError } = read
    if (unexpected !== undefined) {
      const found = unexpected.slice(unexpected.indexOf('Kind=') + 'Kind='.length)
      return { refused: strictError ?? `unexpected type: *apiserver.${found}`, decoding: read }
    }
    const isOfNoKind = /^(?:Object '(?:Kind|apiVersion)' is missing|no kind )/.test(error)
    if (isOfNoKind && isLegacy(read.source.isJson ? readGoYaml(written) : read.source))
      return { plugins: legacyPlugins.map(name => ({ name, path })) }
    return { refused: error, decoding: read }
  }
  if (read.strictError !== undefined) return { refused: read.strictError }
  const folder = path.slice(0, path.lastIndexOf('/'))
  const isJson = looksLikeJson(written)
  return {
    plugins: read.value.plugins.map(({ name, path: file, configuration: own }) => ({
      name,
      ...(own && { configuration: isJson ? written.slice(own.range.start, own.range.end) : jsonText(own) }),
      ...(file !== '' && { path: file.startsWith('/') ? file : joinPath(folder, file) }),
    })),
  }
}

function isLegacy(read: GoYamlReading | ObjectText): boolean {
  return (
    'node' in read && read.node.kind === 'object' && read.node.members.some(({ key }) => Object.hasOwn(legacy, key))
  )
}
