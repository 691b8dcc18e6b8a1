import type { AuditRule, GroupResources } from './policy.ts'
import type { AuditRequest } from './request.ts'

/** Stands for whatever no policy names: the request that the fewest other rules match. */
const unnamed = '\u0000'

type Who = Pick<AuditRequest, 'user' | 'groups'>
type What = Omit<AuditRequest, 'user' | 'groups' | 'verb'>

const noResource = { apiGroup: '', apiVersion: '', resource: '', subresource: '', name: '', namespace: '' }

/**
 * Requests that a rule matches, so chosen that whatever else it matches is matched by every other rule that matches one of
 * them: a rule that decides none of them decides nothing. For that, each thing that the rule leaves open is one that no rule
 * names, each list is taken apart, and the user is in one group only.
 */
export function* witnessesOf(rule: AuditRule): Generator<AuditRequest> {
  const targets = [...targetsOf(rule)]
  for (const who of subjectsOf(rule))
    for (const verb of orUnnamed(rule.verbs)) for (const target of targets) yield { ...who, verb, ...target }
}

/** How many there are, without making them. */
export function witnessCount({ users, userGroups, verbs, namespaces, resources, nonResourceURLs }: AuditRule): number {
  const some = (list: readonly unknown[]) => Math.max(1, list.length)
  const named = resources.reduce((sum, it) => sum + some(it.resources) * some(it.resourceNames), 0)
  return some(users) * some(userGroups) * some(verbs) * Math.max(2, some(namespaces) * named, some(nonResourceURLs))
}

function* subjectsOf({ users, userGroups }: AuditRule): Generator<Who> {
  const groups = userGroups.length === 0 ? [[]] : userGroups.map(group => [group])
  for (const user of orUnnamed(users)) for (const each of groups) yield { user, groups: each }
}

function* targetsOf({ namespaces, resources, nonResourceURLs }: AuditRule): Generator<What> {
  const isForPaths = nonResourceURLs.length > 0
  const isForResources = namespaces.length > 0 || resources.length > 0
  if (!isForResources)
    for (const spec of orUnnamed(nonResourceURLs)) yield { ...noResource, path: pathOf(spec), resourceRequest: false }
  if (isForPaths && !isForResources) return
  const entries = resources.length > 0 ? resources : [{ group: unnamed, resources: [], resourceNames: [] }]
  for (const namespace of orUnnamed(namespaces))
    for (const entry of entries)
      for (const [resource, subresource] of specsOf(entry))
        for (const name of orUnnamed(entry.resourceNames))
          yield {
            ...{ apiGroup: entry.group, apiVersion: '', resource, subresource, name, namespace },
            ...{ path: '', resourceRequest: true },
          }
}

function specsOf({ resources }: GroupResources): readonly (readonly [resource: string, subresource: string])[] {
  if (resources.length === 0) return [[unnamed, unnamed]]
  return resources.map(spec => {
    const slash = spec.indexOf('/')
    const [resource, subresource] = slash < 0 ? [spec, ''] : [spec.slice(0, slash), spec.slice(slash + 1)]
    if (spec === '*') return [unnamed, unnamed]
    return [resource === '*' && subresource !== '*' ? unnamed : resource, subresource === '*' ? unnamed : subresource]
  })
}

/** Below a beginning, a path that no other pattern names. */
function pathOf(spec: string): string {
  return spec.endsWith('*') ? `${spec.replace(/\*+$/, '')}${unnamed}` : spec
}

function orUnnamed(words: readonly string[]): readonly string[] {
  return words.length > 0 ? words : [unnamed]
}
