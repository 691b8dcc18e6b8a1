import { describeRequest } from '../explain.ts'
import type { AuditRule } from '../policy.ts'
import { type AuditRequest, readAuditRequest } from '../request.ts'
import { witnessesOf } from '../witnesses.ts'
import type { Advise } from './rule.ts'

/** Requests of many sorts, those first that matter most. */
const examples: readonly AuditRequest[] = [
  { get: 'secrets/db', in: 'prod', user: 'jane' },
  { create: 'pods/web/exec', in: 'prod', user: 'jane' },
  { create: 'clusterrolebindings', user: 'jane' },
  { delete: 'pods/web', in: 'prod', user: 'jane' },
  { create: 'serviceaccounts/web/token', in: 'prod', user: 'jane' },
  { update: 'configmaps/web', in: 'prod', user: 'jane' },
  { patch: 'deployments/web', in: 'prod', user: 'jane' },
  { list: 'nodes', user: 'jane' },
  { get: '/metrics', user: 'jane' },
  { list: 'secrets', user: null },
].flatMap(shorthand => readAuditRequest(shorthand).value ?? [])

const everything: AuditRule = {
  ...{ level: 'None', users: [], userGroups: [], verbs: [], resources: [], namespaces: [] },
  ...{ nonResourceURLs: [], omitStages: [] },
}

/** A request that no rule matches is not logged, and the API server says nothing of it. */
export const fallsThrough: Advise = ({ rules }, decide) => {
  const isMissed = (request: AuditRequest) => decide(request).rule < 0
  if (rules.every(({ level }) => level === 'None') || ![...witnessesOf(everything)].some(isMissed)) return []
  const missed = examples.filter(isMissed).slice(0, 2).map(describeRequest)
  const such = missed.length > 0 ? missed.map(it => `“${it}”`).join(' or ') : 'those for resources that no rule names'
  return [
    {
      code: 'falls-through',
      severity: 'info',
      path: ['rules', rules.length - 1, 'level'],
      message: `Requests that no rule matches are not logged, such as ${such}. If they should be, end with a rule that has a level and nothing else.`,
      data: { examples: missed },
    },
  ]
}
