import type { PolicyRule } from './objects.ts'
import { takesPath } from './rule.ts'

export interface Coverage {
  /** The wanted rules, broken down to one verb on one thing each, that no rule held covers. */
  readonly uncovered: readonly PolicyRule[]
  /** How many single permissions the wanted rules are. */
  readonly asked: number
}

/**
 * What of `wanted` someone who holds `held` does not hold. Each single permission must be covered by one rule; `*` is only
 * covered by `*`, and a permission for all names only by one without names. Rules that name nothing are always covered.
 */
export function coverage(held: readonly PolicyRule[], wanted: readonly PolicyRule[]): Coverage {
  const asked = wanted.flatMap(singlePermissions)
  return { uncovered: asked.filter(each => !held.some(rule => coversOne(rule, each))), asked: asked.length }
}

const none: PolicyRule = { verbs: [], apiGroups: [], resources: [], resourceNames: [], nonResourceURLs: [] }

/** A rule as many rules, each with one group, resource, verb and name, or with one URL and verb. */
function singlePermissions(rule: PolicyRule): readonly PolicyRule[] {
  const single: PolicyRule[] = []
  for (const group of rule.apiGroups)
    for (const resource of rule.resources)
      for (const verb of rule.verbs) {
        const one = { ...none, apiGroups: [group], resources: [resource], verbs: [verb] }
        if (rule.resourceNames.length === 0) single.push(one)
        for (const name of rule.resourceNames) single.push({ ...one, resourceNames: [name] })
      }
  for (const url of rule.nonResourceURLs)
    for (const verb of rule.verbs) single.push({ ...none, nonResourceURLs: [url], verbs: [verb] })
  return single
}

function coversOne(held: PolicyRule, wanted: PolicyRule): boolean {
  return (
    hasAll(held.verbs, wanted.verbs) &&
    hasAll(held.apiGroups, wanted.apiGroups) &&
    wanted.resources.every(resource => hasResource(held.resources, resource)) &&
    wanted.nonResourceURLs.every(url => held.nonResourceURLs.some(each => takesPath(each, url))) &&
    (held.resourceNames.length === 0 ||
      (wanted.resourceNames.length > 0 && wanted.resourceNames.every(name => held.resourceNames.includes(name))))
  )
}

function hasAll(held: readonly string[], wanted: readonly string[]): boolean {
  return held.includes('*') || wanted.every(word => held.includes(word))
}

function hasResource(held: readonly string[], resource: string): boolean {
  if (held.includes('*') || held.includes(resource)) return true
  const slash = resource.indexOf('/')
  return slash >= 0 && held.includes(`*${resource.slice(slash)}`)
}
