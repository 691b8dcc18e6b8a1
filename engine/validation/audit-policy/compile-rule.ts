import { coversPath } from './mismatch.ts'
import type { AuditRule, GroupResources } from './policy.ts'
import type { AuditRequest } from './request.ts'

type Asks = (request: AuditRequest) => boolean

/** Makes one rule a function. Only what the rule asks is asked, lists are sets, and the cheapest comes first. */
export function compileRule(rule: AuditRule): Asks {
  const asks: Asks[] = []
  const users = new Set(rule.users)
  const verbs = new Set(rule.verbs)
  const namespaces = new Set(rule.namespaces)
  const groups = new Set(rule.userGroups)
  if (verbs.size > 0) asks.push(({ verb }) => verbs.has(verb))
  if (users.size > 0) asks.push(({ user }) => user !== null && users.has(user))
  if (namespaces.size > 0 || rule.resources.length > 0) {
    asks.push(({ resourceRequest }) => resourceRequest)
    if (namespaces.size > 0) asks.push(({ namespace }) => namespaces.has(namespace))
    if (rule.resources.length > 0) asks.push(compileResources(rule.resources))
  } else if (rule.nonResourceURLs.length > 0) {
    const { nonResourceURLs } = rule
    asks.push(({ resourceRequest, path }) => !resourceRequest && nonResourceURLs.some(spec => coversPath(spec, path)))
  }
  if (groups.size > 0) asks.push(request => request.groups.some(group => groups.has(group)))
  return request => {
    for (const ask of asks) if (!ask(request)) return false
    return true
  }
}

function compileResources(entries: readonly GroupResources[]): Asks {
  const byGroup = new Map<string, Asks[]>()
  for (const entry of entries) byGroup.set(entry.group, [...(byGroup.get(entry.group) ?? []), compileEntry(entry)])
  return request => byGroup.get(request.apiGroup)?.some(asks => asks(request)) ?? false
}

function compileEntry({ resources, resourceNames }: GroupResources): Asks {
  if (resources.length === 0) return () => true
  const specs = new Set(resources)
  const names = new Set(resourceNames)
  return ({ resource, subresource, name }) =>
    (names.size === 0 || names.has(name)) &&
    (specs.has('*') ||
      specs.has(subresource === '' ? resource : `${resource}/${subresource}`) ||
      (subresource !== '' && specs.has(`*/${subresource}`)) ||
      specs.has(`${resource}/*`))
}
