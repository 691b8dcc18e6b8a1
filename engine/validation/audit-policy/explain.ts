import type { AuditDecision } from './evaluate.ts'
import { joined } from './joined.ts'
import { coversResource, type Mismatch, mismatch } from './mismatch.ts'
import type { AuditPolicy, AuditRule, GroupResources } from './policy.ts'
import type { AuditRequest } from './request.ts'

/** A request in words: "get secrets/db by jane in prod". */
export function describeRequest(request: AuditRequest): string {
  const by = request.user === null ? ' without a known user' : ` by ${request.user}`
  const within = request.namespace !== '' && request.resource !== 'namespaces' ? ` in ${request.namespace}` : ''
  return `${request.verb} ${request.resourceRequest ? target(request) : request.path}${by}${within}`
}

function target({ apiGroup, resource, name, subresource }: AuditRequest): string {
  const kind = apiGroup.includes('.') && !apiGroup.endsWith('.k8s.io') ? `${resource}.${apiGroup}` : resource
  return [kind, name, subresource].filter(part => part !== '').join('/')
}

export interface Explanation {
  /** "rule 2 matches first" or "no rule matches" */
  readonly decided: string
  /** "It is logged at RequestResponse." or why it is not logged. */
  readonly outcome: string
  /** Why each rule before the deciding one does not match, in order. */
  readonly passedOver: readonly { readonly rule: number; readonly why: string }[]
}

/** Says why a request is decided as it is. Rules count from 1 in the sentences, from 0 in the numbers. */
export function explainDecision(policy: AuditPolicy, request: AuditRequest, decision: AuditDecision): Explanation {
  const before = decision.rule === -1 ? policy.rules : policy.rules.slice(0, decision.rule)
  return {
    decided: decision.rule === -1 ? 'no rule matches' : `rule ${decision.rule + 1} matches first`,
    outcome: outcomeOf(decision),
    passedOver: before.flatMap((rule, index) => {
      const why = mismatch(rule, request)
      return why ? [{ rule: index, why: `Rule ${index + 1} ${sentences[why](rule, request)}` }] : []
    }),
  }
}

function outcomeOf({ level, rule }: AuditDecision): string {
  if (rule === -1) return 'It is not logged: a request that no rule matches is not.'
  return level === 'None' ? 'It is not logged.' : `It is logged at ${level}.`
}

/** Ends of a sentence that begins with "Rule 1". */
const sentences: Readonly<Record<Mismatch, (rule: AuditRule, request: AuditRequest) => string>> = {
  user: ({ users }, { user }) => `is for ${either(users)}, not for ${user ?? 'a request without a known user'}.`,
  group: ({ userGroups }, { user, groups }) =>
    user === null
      ? `is for ${either(userGroups)}; this request has no known user, so no groups.`
      : `is for ${either(userGroups)}; the user is in ${groups.length === 0 ? 'no group' : listed(groups)}.`,
  verb: ({ verbs }, { verb }) => `is for ${either(verbs)}, not for ${verb}.`,
  'not-a-resource': (_, { path }) => `is for resources, and ${path} is a path.`,
  namespace: ({ namespaces }, { namespace }) =>
    `is for ${either(namespaces.map(name => (name === '' ? 'requests without namespace' : name)))}, not for ${
      namespace === '' ? 'a request without namespace' : namespace
    }.`,
  resource: ({ resources }, request) => resourceSentence(resources, request),
  'not-a-path': () => 'is for paths, not for resources.',
  path: ({ nonResourceURLs }, { path }) => `is for ${either(nonResourceURLs)}, not for ${path}.`,
}

function resourceSentence(entries: readonly GroupResources[], request: AuditRequest): string {
  const wanted = request.subresource === '' ? request.resource : `${request.resource}/${request.subresource}`
  const named = entries.filter(({ resources }) =>
    resources.some(spec => coversResource(spec, request.resource, request.subresource)),
  )
  const names = named.filter(({ group }) => group === request.apiGroup).flatMap(({ resourceNames }) => resourceNames)
  if (names.length > 0)
    return request.name === ''
      ? `is for ${wanted} with the name ${either(names)}, and this request carries no name.`
      : `is for ${wanted} with the name ${either(names)}, not ${request.name}.`
  const other = entries.find(({ resources }) => resources.includes(wanted))
  if (other) return `names ${wanted} in ${inGroup(other.group)}; they are in ${inGroup(request.apiGroup)}.`
  if (request.subresource !== '' && entries.some(({ resources }) => resources.includes(request.resource)))
    return `is for ${request.resource}, which does not include ${wanted}.`
  return `is for ${either(entries.flatMap(entryWords))}, not for ${wanted}.`
}

function entryWords({ group, resources }: GroupResources): readonly string[] {
  return resources.length > 0 && !resources.includes('*') ? resources : [`everything in ${inGroup(group)}`]
}

function inGroup(group: string): string {
  return group === '' ? 'the core group' : `group ${group}`
}

function either(words: readonly string[]): string {
  return joined(words, 'or')
}

function listed(words: readonly string[]): string {
  return joined(words, 'and')
}
