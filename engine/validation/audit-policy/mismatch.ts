import type { AuditRule, GroupResources } from './policy.ts'
import type { AuditRequest } from './request.ts'

/** The first thing that a rule asks and a request does not have. */
export type Mismatch = 'user' | 'group' | 'verb' | 'not-a-resource' | 'namespace' | 'resource' | 'not-a-path' | 'path'

/**
 * Asks one rule about one request, condition by condition, as `ruleMatches` in the API server's audit policy checker does.
 * Undefined: the rule matches.
 */
export function mismatch(rule: AuditRule, request: AuditRequest): Mismatch | undefined {
  if (rule.users.length > 0 && (request.user === null || !rule.users.includes(request.user))) return 'user'
  const groups = request.user === null ? [] : request.groups
  if (rule.userGroups.length > 0 && !rule.userGroups.some(group => groups.includes(group))) return 'group'
  if (rule.verbs.length > 0 && !rule.verbs.includes(request.verb)) return 'verb'
  if (rule.namespaces.length > 0 || rule.resources.length > 0) {
    if (!request.resourceRequest) return 'not-a-resource'
    if (rule.namespaces.length > 0 && !rule.namespaces.includes(request.namespace)) return 'namespace'
    if (rule.resources.length > 0 && !rule.resources.some(entry => namesResource(entry, request))) return 'resource'
  } else if (rule.nonResourceURLs.length > 0) {
    if (request.resourceRequest) return 'not-a-path'
    if (!rule.nonResourceURLs.some(spec => coversPath(spec, request.path))) return 'path'
  }
  return undefined
}

/** Whether an entry under `resources` names what is requested. No resources: everything in the group. */
export function namesResource(entry: GroupResources, request: AuditRequest): boolean {
  if (entry.group !== request.apiGroup) return false
  if (entry.resources.length === 0) return true
  if (entry.resourceNames.length > 0 && !entry.resourceNames.includes(request.name)) return false
  return entry.resources.some(spec => coversResource(spec, request.resource, request.subresource))
}

/**
 * `pods`, `pods/log`, `*` for everything, `pods/*` for pods with and without subresource, and `*` + `/scale` for one
 * subresource of every resource.
 */
export function coversResource(spec: string, resource: string, subresource: string): boolean {
  if (spec === '*' || spec === (subresource === '' ? resource : `${resource}/${subresource}`)) return true
  if (subresource !== '' && spec.startsWith('*/') && spec.slice(2) === subresource) return true
  return spec.endsWith('/*') && spec.slice(0, -2) === resource
}

/** `*`, a path as it is, or a beginning with stars behind it. */
export function coversPath(spec: string, path: string): boolean {
  return spec === '*' || spec === path || (spec.endsWith('*') && path.startsWith(withoutStars(spec)))
}

function withoutStars(spec: string): string {
  let end = spec.length
  while (spec[end - 1] === '*') end--
  return spec.slice(0, end)
}
