import { authenticationConfiguration } from '../auth-config/authentication-type.ts'
import { authorizationConfiguration } from '../auth-config/authorization-type.ts'
import { configVersions } from '../flags/configs/config-document.ts'
import type { Decoded } from '../kubernetes/decode.ts'
import { anything, int32, list, nilable, pointer, struct, text } from '../kubernetes/decode-types.ts'
import { duration } from '../kubernetes/decode-values.ts'
import { typeMeta } from '../kubernetes/metadata-type.ts'

const keys = { keys: nilable(list(struct('v1.Key', { name: text(), secret: text() }))) }

const kms = struct('v1.KMSConfiguration', {
  apiVersion: text(),
  name: text(),
  cachesize: pointer(int32),
  endpoint: text(),
  timeout: pointer(duration),
})

const provider = struct('v1.ProviderConfiguration', {
  aesgcm: pointer(struct('v1.AESConfiguration', keys)),
  aescbc: pointer(struct('v1.AESConfiguration', keys)),
  secretbox: pointer(struct('v1.SecretboxConfiguration', keys)),
  identity: pointer(struct('v1.IdentityConfiguration', {})),
  kms: pointer(kms),
})

const configuration = struct('v1.EncryptionConfiguration', {
  ...typeMeta,
  resources: list(struct('v1.ResourceConfiguration', { resources: list(text()), providers: list(provider) })),
})

export type RawEntry = Decoded<typeof configuration>['resources'][number]
export type RawProvider = Decoded<typeof provider>
export type RawKms = Decoded<typeof kms>
export type RawKey = NonNullable<NonNullable<RawProvider['aescbc']>['keys']>[number]

const versions = configVersions('v1')

/** `EncryptionConfiguration`, and what else the same decoder knows. */
export const encryptionConfiguration = {
  kind: 'EncryptionConfiguration',
  versions,
  // An old page of the documentation called it so.
  alias: { kind: 'EncryptionConfig', version: 'v1' },
  scheme: 'pkg/server/options/encryptionconfig/config.go:142',
  type: configuration,
  others: [
    {
      kind: 'AdmissionConfiguration',
      versions,
      type: struct('v1.AdmissionConfiguration', {
        ...typeMeta,
        plugins: list(
          struct('v1.AdmissionPluginConfiguration', { name: text(), path: text(), configuration: anything }),
        ),
      }),
    },
    { ...authenticationConfiguration, versions },
    { ...authorizationConfiguration, versions },
    {
      kind: 'TracingConfiguration',
      versions,
      type: struct('v1.TracingConfiguration', {
        ...typeMeta,
        endpoint: pointer(text()),
        samplingRatePerMillion: pointer(int32),
      }),
    },
  ],
} as const
