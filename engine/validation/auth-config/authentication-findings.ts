import type { Finding } from '../../yaml/finding.ts'
import { placesIn } from '../../yaml/go/places.ts'
import { limit } from '../../yaml/limits.ts'
import type { Path } from '../../yaml/range.ts'
import { readConfig } from '../flags/configs/config-document.ts'
import { configFindings } from '../flags/configs/config-findings.ts'
import { decideAuthentication } from './authentication.ts'
import { authenticationConfiguration, type RawAuthentication } from './authentication-type.ts'
import { type AuthCode, finding } from './finding-codes.ts'
import { otherKinds } from './other-kinds.ts'

/**
 * Everything that is to be said of the file of `--authentication-config`: first what kube-apiserver v1.35 says, then what a
 * person should know. Never throws.
 */
export function authenticationFindingsOf(text: string, path: string): readonly Finding[] {
  if (text === '') return [emptyFile('authentication-wrong-kind', 'empty config data')]
  const others = otherKinds('AuthenticationConfiguration')
  const read = readConfig<RawAuthentication>(text, { ...authenticationConfiguration, others })
  const found = configFindings(text, read, 'authentication', 'error')
  if ('error' in read || read.strictError !== undefined) return found.slice(0, limit.findings)
  const places = placesIn(read.node)
  const said = (code: AuthCode, path: Path, message: string) => finding(code, path, places.nearest(path), message)
  const decision = decideAuthentication(text, path)
  if (decision.is === 'refused')
    return [...found, ...decision.fields.map(it => said(whatIs(it.path), it.path, it.message))].slice(0, limit.findings)
  return [...found, ...advice(read.value).map(({ code, path, message }) => said(code, path, message))]
}

export function emptyFile(code: AuthCode, message: string): Finding {
  return finding(code, [], { start: 0, end: 0 }, message)
}

function whatIs(path: Path): AuthCode {
  if (path[0] === 'anonymous') return 'authentication-conditions'
  if (path[2] === 'claimMappings' || path[2] === 'claimValidationRules') return 'authentication-claims'
  return path[2] === 'userValidationRules' ? 'authentication-user-rule' : 'authentication-issuer'
}

interface Advice {
  readonly code: AuthCode
  readonly path: Path
  readonly message: string
}

function advice({ jwt, anonymous }: RawAuthentication): readonly Advice[] {
  const isOpen = anonymous?.enabled && (anonymous.conditions ?? []).length === 0
  const open: Advice = {
    code: 'authentication-anonymous',
    path: ['anonymous', 'enabled'],
    message:
      'Whoever gives no credentials comes in as system:anonymous, at every path. Write conditions with the paths of probes, such as /livez, or false.',
  }
  const bare = jwt.flatMap(({ claimMappings, userValidationRules }, index) =>
    (['username', 'groups'] as const).flatMap((of): readonly Advice[] => {
      const { claim, prefix } = claimMappings[of]
      // A rule for users may say what names they have.
      if (claim === '' || prefix !== '' || userValidationRules.length > 0) return []
      const whom =
        of === 'username'
          ? 'a user of the cluster, such as system:admin'
          : 'a group of the cluster, such as system:masters'
      const message = `Without a prefix, a token of this issuer may name ${whom}. Write a prefix that nobody else has, such as "oidc:".`
      return [{ code: 'authentication-no-prefix', path: ['jwt', index, 'claimMappings', of, 'prefix'], message }]
    }),
  )
  return [...(isOpen ? [open] : []), ...bare]
}
