import { covers } from '../covers.ts'
import { coversResource } from '../mismatch.ts'
import type { AuditRule } from '../policy.ts'
import type { Advise } from './rule.ts'

/** At Request and RequestResponse the log holds what was sent and answered, and of a secret that is the secret. */
export const logsSecrets: Advise = ({ rules }) =>
  rules.flatMap((rule, index) => {
    const secrets = onSecrets(rule)
    if (!secrets || rules.some((earlier, i) => i < index && covers(earlier, secrets))) return []
    return {
      code: 'logs-secrets',
      path: ['rules', index, 'level'],
      message: `Rule ${index + 1} writes the contents of secrets into the log. Unless that is asked for, give secrets the level Metadata in a rule before it.`,
      data: { rule: index },
    }
  })

/** The part of a rule that writes bodies of secrets, as a rule. */
function onSecrets(rule: AuditRule): AuditRule | undefined {
  if (rule.level !== 'Request' && rule.level !== 'RequestResponse') return undefined
  const carrying =
    rule.level === 'Request'
      ? ['create', 'update', 'patch']
      : ['get', 'list', 'create', 'update', 'patch', 'delete', 'deletecollection']
  if (rule.verbs.length > 0 && !rule.verbs.some(verb => carrying.includes(verb))) return undefined
  if (rule.nonResourceURLs.length > 0) return undefined
  const named = rule.resources.filter(
    ({ group, resources }) =>
      group === '' && (resources.length === 0 || resources.some(spec => coversResource(spec, 'secrets', ''))),
  )
  if (rule.resources.length > 0 && named.length === 0) return undefined
  const resourceNames = named.some(entry => entry.resourceNames.length === 0)
    ? []
    : named.flatMap(entry => entry.resourceNames)
  return { ...rule, resources: [{ group: '', resources: ['secrets'], resourceNames }] }
}
