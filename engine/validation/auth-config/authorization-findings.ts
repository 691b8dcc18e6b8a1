import type { Finding } from '../../yaml/finding.ts'
import { placesIn } from '../../yaml/go/places.ts'
import { limit } from '../../yaml/limits.ts'
import type { Path } from '../../yaml/range.ts'
import { readConfig } from '../flags/configs/config-document.ts'
import { configFindings } from '../flags/configs/config-findings.ts'
import { filesUnknown } from '../flags/files.ts'
import { emptyFile } from './authentication-findings.ts'
import { decideAuthorization } from './authorization.ts'
import { authorizationConfiguration, type RawAuthorization } from './authorization-type.ts'
import { type AuthCode, finding } from './finding-codes.ts'
import { otherKinds } from './other-kinds.ts'

/**
 * Everything that is to be said of the file of `--authorization-config`: first what kube-apiserver v1.35 says, then what a
 * person should know. Kubeconfigs that it names are not looked at. Never throws.
 */
export function authorizationFindingsOf(text: string): readonly Finding[] {
  const decision = decideAuthorization(text, filesUnknown)
  if (text === '') return [emptyFile('authorization-nobody', decision.is === 'refused' ? decision.words : '')]
  const others = otherKinds('AuthorizationConfiguration')
  const read = readConfig<RawAuthorization>(text, { ...authorizationConfiguration, others })
  const found = configFindings(text, read, 'authorization', 'error')
  if ('error' in read || read.strictError !== undefined) return found.slice(0, limit.findings)
  const places = placesIn(read.node)
  const said = (code: AuthCode, path: Path, message: string) => finding(code, path, places.nearest(path), message)
  const { authorizers } = read.value
  if (decision.is === 'refused') {
    const fields = decision.fields.map(it => said(whatIs(it.path), it.path, it.message))
    const named = fields.length > 0 ? [] : misnamed(authorizers, said)
    return [...found, ...fields, ...named].slice(0, limit.findings)
  }
  return [...found, ...advice(authorizers, said)].slice(0, limit.findings)
}

type Authorizers = RawAuthorization['authorizers']
type Say = (code: AuthCode, path: Path, message: string) => Finding

function whatIs(path: Path): AuthCode {
  if (path.length === 1) return 'authorization-nobody'
  if (path[2] === 'type') return 'authorization-type'
  if (path[2] === 'name') return 'authorization-name'
  return path[3] === 'matchConditions' ? 'authorization-condition' : 'authorization-webhook'
}

/** Whoever is built in is called by its own name. */
function misnamed(authorizers: Authorizers, say: Say): readonly Finding[] {
  return authorizers.flatMap(({ type, name }, index) => {
    const own = type.toLowerCase()
    if (type === 'Webhook' || name === own) return []
    const message = `expected name ${own} for authorizer ${type} instead of ${name}`
    return [say('authorization-name', ['authorizers', index, 'name'], message)]
  })
}

function advice(authorizers: Authorizers, say: Say): readonly Finding[] {
  const allowing = authorizers.findIndex(({ type }) => type === 'AlwaysAllow')
  const has = (type: string) => authorizers.some(it => it.type === type)
  const lacks = (type: string, code: AuthCode, why: string) =>
    has(type) || allowing >= 0 ? [] : [say(code, ['authorizers'], why)]
  return [
    ...lacks(
      'Node',
      'authorization-no-node',
      'Nobody here allows kubelets what they need of their own Pods. Add the authorizer Node.',
    ),
    ...lacks(
      'RBAC',
      'authorization-no-rbac',
      'Roles and bindings count for nothing, those of the control plane included. Add the authorizer RBAC.',
    ),
    ...authorizers.flatMap(({ type, name, webhook }, index) => {
      const here = ['authorizers', index]
      if (allowing >= 0 && index > allowing)
        return [
          say(
            'authorization-never-asked',
            [...here, 'type'],
            `AlwaysAllow stands before ${name} and has allowed everything by then. Take AlwaysAllow out.`,
          ),
        ]
      if (type === 'AlwaysAllow')
        return [
          say(
            'authorization-allows-all',
            [...here, 'type'],
            'Every request is allowed that nobody before has refused. Take this authorizer out.',
          ),
        ]
      if (webhook?.failurePolicy !== 'NoOpinion') return []
      const next = authorizers[index + 1]
      if (!next) return []
      return [
        say(
          'authorization-fails-open',
          [...here, 'webhook', 'failurePolicy'],
          `While the webhook cannot be reached, ${next.name} decides alone, and allows what the webhook would have refused. Write Deny.`,
        ),
      ]
    }),
  ]
}
