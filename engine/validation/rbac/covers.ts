import type { PolicyRule } from './objects.ts'
import { takenPaths } from './rule.ts'

export interface Coverage {
  /** The wanted rules, broken down to one verb on one thing each, that no rule held covers. */
  readonly uncovered: readonly PolicyRule[]
  /** How many single permissions the wanted rules are. */
  readonly asked: number
}

/** Comparisons of a single permission with a rule that is held. A cluster has some ten thousand. */
const mostComparisons = 20_000_000
const mostPermissions = 200_000

/**
 * What of `wanted` someone who holds `held` does not hold. Each single permission must be covered by one rule; `*` is only
 * covered by `*`, and a permission for all names only by one without names. Rules that name nothing are always covered.
 */
export function coverage(
  held: readonly PolicyRule[],
  wanted: readonly PolicyRule[],
): Coverage | { readonly undecided: string } {
  const asked = wanted.reduce((sum, rule) => sum + countOf(rule), 0)
  const looks = held.reduce((sum, { nonResourceURLs }) => sum + 1 + nonResourceURLs.length, 0)
  if (asked > mostPermissions || asked * looks > mostComparisons)
    return { undecided: `These rules are ${asked} single permissions, too many to compare. Use fewer, or “*”.` }
  const covers = held.map(compileCover)
  const single = wanted.flatMap(singlePermissions)
  return { uncovered: single.filter(each => !covers.some(coversIt => coversIt(each))), asked }
}

function countOf({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }: PolicyRule): number {
  const things = apiGroups.length * resources.length * Math.max(resourceNames.length, 1) + nonResourceURLs.length
  return things * verbs.length
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

function compileCover(held: PolicyRule): (wanted: PolicyRule) => boolean {
  const [hasVerbs, hasGroups] = [hasAll(held.verbs), hasAll(held.apiGroups)]
  const names = new Set(held.resourceNames)
  const hasResource = resourceIn(held.resources)
  const takes = held.nonResourceURLs.map(takenPaths)
  return ({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }) =>
    hasVerbs(verbs) &&
    hasGroups(apiGroups) &&
    resources.every(hasResource) &&
    nonResourceURLs.every(url => takes.some(takesPath => takesPath(url))) &&
    (names.size === 0 || (resourceNames.length > 0 && resourceNames.every(name => names.has(name))))
}

function hasAll(held: readonly string[]): (wanted: readonly string[]) => boolean {
  const set = new Set(held)
  return set.has('*') ? () => true : wanted => wanted.every(word => set.has(word))
}

function resourceIn(held: readonly string[]): (resource: string) => boolean {
  const set = new Set(held)
  if (set.has('*')) return () => true
  return resource => {
    const slash = resource.indexOf('/')
    return set.has(resource) || (slash >= 0 && set.has(`*${resource.slice(slash)}`))
  }
}
