import { joined } from '../joined.ts'
import { coversResource } from '../mismatch.ts'
import type { AuditRule } from '../policy.ts'
import { takenBefore } from './decided-by.ts'
import type { Advise } from './rule.ts'

/** Things whose bodies tell what nobody should read in a log, the worst first. */
interface Sensitive {
  readonly code: string
  readonly group: string
  readonly resource: string
  readonly subresource: string
  /** What is in the bodies, in plain words. */
  readonly holds: string
  /** Verbs whose requests carry it, and those whose answers do. */
  readonly sent: readonly string[]
  readonly answered: readonly string[]
}

const writing = ['create', 'update', 'patch']
const telling = ['get', 'list', ...writing, 'delete', 'deletecollection']

const sensitive: readonly Sensitive[] = [
  {
    ...{ code: 'logs-secrets', group: '', resource: 'secrets', subresource: '' },
    ...{ holds: 'secrets', sent: writing, answered: telling },
  },
  {
    ...{ code: 'logs-tokens', group: '', resource: 'serviceaccounts', subresource: 'token' },
    // The token is in the answer; what is sent only asks for it.
    ...{ holds: 'tokens', sent: [], answered: ['create'] },
  },
  {
    ...{ code: 'logs-tokens', group: 'authentication.k8s.io', resource: 'tokenreviews', subresource: '' },
    ...{ holds: 'tokens', sent: ['create'], answered: ['create'] },
  },
  {
    ...{ code: 'logs-configmaps', group: '', resource: 'configmaps', subresource: '' },
    ...{ holds: 'config maps', sent: writing, answered: telling },
  },
]

/** At Request and RequestResponse the log holds what was sent and answered, and of a secret that is the secret. */
export const logsSecrets: Advise = ({ rules }, decide) =>
  rules.flatMap((rule, index) => {
    const told = sensitive.filter(thing => {
      const part = partOn(rule, thing)
      // Who names config maps wants them.
      const isWanted =
        thing.code === 'logs-configmaps' && rule.resources.some(it => it.resources.includes(thing.resource))
      return part && !isWanted && !takenBefore(part, index, decide)
    })
    const [worst] = told
    if (!worst) return []
    const holds = joined([...new Set(told.map(it => it.holds))], 'and')
    const names = told.map(nameOf)
    return {
      code: worst.code,
      ...(worst.code === 'logs-configmaps' && { severity: 'info' as const }),
      path: ['rules', index, 'level'],
      message: `Rule ${index + 1} writes ${holds} with their contents into the log. Unless that is asked for, give ${joined(names, 'and')} the level Metadata in a rule before it.`,
      data: { rule: index, resources: names },
    }
  })

function nameOf({ resource, subresource }: Sensitive): string {
  return subresource === '' ? resource : `${resource}/${subresource}`
}

/** The part of a rule that writes these bodies, as a rule. */
function partOn(rule: AuditRule, thing: Sensitive): AuditRule | undefined {
  const { group, resource, subresource, sent, answered } = thing
  if (rule.level !== 'Request' && rule.level !== 'RequestResponse') return undefined
  const carrying = rule.level === 'Request' ? sent : answered
  const verbs = rule.verbs.length > 0 ? carrying.filter(verb => rule.verbs.includes(verb)) : carrying
  if (verbs.length === 0 || rule.nonResourceURLs.length > 0) return undefined
  const named = rule.resources.filter(
    it =>
      it.group === group &&
      (it.resources.length === 0 || it.resources.some(spec => coversResource(spec, resource, subresource))),
  )
  if (rule.resources.length > 0 && named.length === 0) return undefined
  const resourceNames = named.some(entry => entry.resourceNames.length === 0)
    ? []
    : named.flatMap(entry => entry.resourceNames)
  return { ...rule, verbs, resources: [{ group, resources: [nameOf(thing)], resourceNames }] }
}
