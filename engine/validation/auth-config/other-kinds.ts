import { type ConfigRefusal, configVersions } from '../flags/configs/config-document.ts'
import { anything } from '../kubernetes/decode-types.ts'

/** What the same decoder knows. It is decoded first, and only then found to be something else. */
const known: readonly (readonly [string, readonly string[]])[] = [
  ['AdmissionConfiguration', ['apiserver.k8s.io/v1alpha1', ...configVersions('v1')]],
  ['AuthenticationConfiguration', configVersions('v1', 'v1beta1', 'v1alpha1')],
  ['AuthorizationConfiguration', configVersions('v1', 'v1beta1', 'v1alpha1')],
  ['EgressSelectorConfiguration', ['apiserver.k8s.io/v1alpha1', 'apiserver.k8s.io/v1beta1']],
  ['EncryptionConfiguration', configVersions('v1')],
  ['EncryptionConfig', ['v1']],
  ['TracingConfiguration', configVersions('v1', 'v1beta1', 'v1alpha1')],
]

/** The other kinds; what is in them is not looked at. */
export function otherKinds(wanted: string) {
  return known.filter(([kind]) => kind !== wanted).map(([kind, versions]) => ({ kind, versions, type: anything }))
}

/** The server's words for a file that it could not decode into the kind it wants. */
export function notWanted({ error, unexpected }: ConfigRefusal, wanted: string): string {
  if (unexpected === undefined) return error
  const kind = unexpected.slice(unexpected.indexOf('Kind=') + 'Kind='.length)
  return `expected ${wanted}, got *apiserver.${kind === 'EncryptionConfig' ? 'EncryptionConfiguration' : kind}`
}
