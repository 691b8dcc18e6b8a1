import { versioned } from '../auth-config/versioned.ts'
import { readConfig } from '../flags/configs/config-document.ts'
import type { Decoded } from '../kubernetes/decode.ts'
import { list, struct, text } from '../kubernetes/decode-types.ts'
import { typeMeta } from '../kubernetes/metadata-type.ts'
import { readConfiguration } from '../pod-security/configuration.ts'
import type { PluginVerdict } from './plugin.ts'

const modes = { enforce: text(), audit: text(), warn: text() }
const versions = { 'enforce-version': text(), 'audit-version': text(), 'warn-version': text() }
const configuration = versioned(version =>
  struct(`${version}.PodSecurityConfiguration`, {
    ...typeMeta,
    defaults: struct(`${version}.PodSecurityDefaults`, { ...modes, ...versions }),
    exemptions: struct(`${version}.PodSecurityExemptions`, {
      usernames: list(text()),
      namespaces: list(text()),
      runtimeClasses: list(text()),
    }),
  }),
)
const kind = {
  kind: 'PodSecurityConfiguration',
  versions: ['v1', 'v1beta1', 'v1alpha1'].map(version => `pod-security.admission.config.k8s.io/${version}`),
  scheme: 'k8s.io/pod-security-admission/admission/api/scheme/scheme.go:31',
  type: configuration,
}

/** What the plugin PodSecurity says of its configuration. */
export function podSecurity(written: string | undefined): PluginVerdict {
  if (written === undefined || written === '') return undefined
  const read = readConfig<Decoded<typeof configuration>>(written, kind)
  if ('error' in read) return { refused: read.error, problems: [{ path: read.path, message: read.error }] }
  if (read.strictError !== undefined) return { refused: read.strictError, problems: read.strict }
  const { defaults, exemptions } = read.value
  const made = readConfiguration(defaults, exemptions)
  return 'refused' in made ? { ...made, whileInitializing: true } : undefined
}
