import { configVersions } from '../flags/configs/config-document.ts'
import type { Decoded } from '../kubernetes/decode.ts'
import { bool, list, pointer, struct, text } from '../kubernetes/decode-types.ts'
import { duration } from '../kubernetes/decode-values.ts'
import { typeMeta } from '../kubernetes/metadata-type.ts'
import { versioned } from './versioned.ts'

const configuration = versioned(version => {
  const of = <F extends Parameters<typeof struct>[1]>(name: string, fields: F) => struct(`${version}.${name}`, fields)
  const webhook = of('WebhookConfiguration', {
    authorizedTTL: duration,
    cacheAuthorizedRequests: pointer(bool),
    unauthorizedTTL: duration,
    cacheUnauthorizedRequests: pointer(bool),
    timeout: duration,
    subjectAccessReviewVersion: text(),
    matchConditionSubjectAccessReviewVersion: text(),
    failurePolicy: text(),
    connectionInfo: of('WebhookConnectionInfo', { type: text(), kubeConfigFile: pointer(text()) }),
    matchConditions: list(of('WebhookMatchCondition', { expression: text() })),
  })
  return of('AuthorizationConfiguration', {
    ...typeMeta,
    authorizers: list(of('AuthorizerConfiguration', { type: text(), name: text(), webhook: pointer(webhook) })),
  })
})

export type RawAuthorization = Decoded<typeof configuration>
export type RawWebhook = NonNullable<RawAuthorization['authorizers'][number]['webhook']>

export const authorizationConfiguration = {
  kind: 'AuthorizationConfiguration',
  versions: configVersions('v1', 'v1beta1', 'v1alpha1'),
  scheme: 'pkg/apis/apiserver/load/load.go:32',
  type: configuration,
}
