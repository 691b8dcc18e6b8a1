import { configVersions } from '../flags/configs/config-document.ts'
import type { Decoded } from '../kubernetes/decode.ts'
import { bool, list, nilable, pointer, struct, text } from '../kubernetes/decode-types.ts'
import { typeMeta } from '../kubernetes/metadata-type.ts'
import { versioned } from './versioned.ts'

const configuration = versioned(version => {
  const of = <F extends Parameters<typeof struct>[1]>(name: string, fields: F) => struct(`${version}.${name}`, fields)
  const prefixed = of('PrefixedClaimOrExpression', { claim: text(), prefix: pointer(text()), expression: text() })
  const authenticator = of('JWTAuthenticator', {
    issuer: of('Issuer', {
      url: text(),
      discoveryURL: pointer(text()),
      certificateAuthority: text(),
      audiences: list(text()),
      audienceMatchPolicy: text(`${version}.AudienceMatchPolicyType`),
      egressSelectorType: text(`${version}.EgressSelectorType`),
    }),
    claimValidationRules: list(
      of('ClaimValidationRule', { claim: text(), requiredValue: text(), expression: text(), message: text() }),
    ),
    claimMappings: of('ClaimMappings', {
      username: prefixed,
      groups: prefixed,
      uid: of('ClaimOrExpression', { claim: text(), expression: text() }),
      extra: list(of('ExtraMapping', { key: text(), valueExpression: text() })),
    }),
    userValidationRules: list(of('UserValidationRule', { expression: text(), message: text() })),
  })
  return of('AuthenticationConfiguration', {
    ...typeMeta,
    jwt: list(authenticator),
    anonymous: pointer(
      of('AnonymousAuthConfig', {
        enabled: bool,
        conditions: nilable(list(of('AnonymousAuthCondition', { path: text() }))),
      }),
    ),
  })
})

export type RawAuthentication = Decoded<typeof configuration>
export type RawAuthenticator = RawAuthentication['jwt'][number]
export type RawMappings = RawAuthenticator['claimMappings']

export const authenticationConfiguration = {
  kind: 'AuthenticationConfiguration',
  versions: configVersions('v1', 'v1beta1', 'v1alpha1'),
  scheme: 'pkg/kubeapiserver/options/authentication.go:879',
  type: configuration,
}
