import { encryptionConfiguration } from '../encryption-config/types.ts'
import { type ConfigRefusal, configVersions } from '../flags/configs/config-document.ts'
import type { GoType } from '../kubernetes/decode.ts'
import { anything } from '../kubernetes/decode-types.ts'
import { authenticationConfiguration } from './authentication-type.ts'
import { authorizationConfiguration } from './authorization-type.ts'

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

/** What is in the rest of them is not looked at. */
const types: Readonly<Record<string, GoType<unknown>>> = {
  AuthenticationConfiguration: authenticationConfiguration.type,
  AuthorizationConfiguration: authorizationConfiguration.type,
  EncryptionConfiguration: encryptionConfiguration.type,
  EncryptionConfig: encryptionConfiguration.type,
}

export function otherKinds(wanted: string) {
  return known
    .filter(([kind]) => kind !== wanted)
    .map(([kind, versions]) => ({ kind, versions, type: types[kind] ?? anything }))
}

/** The server's words for a file that it could not decode into the kind it wants. */
export function notWanted({ error, unexpected, strictError }: ConfigRefusal, wanted: string): string {
  if (unexpected === undefined) return error
  if (strictError !== undefined) return strictError
  const kind = unexpected.slice(unexpected.indexOf('Kind=') + 'Kind='.length)
  return `expected ${wanted}, got *apiserver.${kind === 'EncryptionConfig' ? 'EncryptionConfiguration' : kind}`
}
