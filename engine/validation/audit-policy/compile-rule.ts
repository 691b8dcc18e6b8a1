import { coversPath } from './mismatch.ts'
import type { AuditRule, GroupResources } from './policy.ts'
import type { AuditRequest } from './request.ts'

/** A rule whose lists are sets; undefined where it asks nothing. All have one shape, so that asking them is one fast loop. */
export interface CompiledRule {
  readonly verbs: ReadonlySet<string> | undefined
  readonly users: ReadonlySet<string> | undefined
  readonly groups: ReadonlySet<string> | undefined
  /** Resources and paths exclude each other; a rule that names neither is about both. */
  readonly about: 'resources' | 'paths' | 'both'
  readonly namespaces: ReadonlySet<string> | undefined
  readonly resources: ReadonlyMap<string, readonly CompiledEntry[]> | undefined
  readonly paths: readonly string[]
}

interface CompiledEntry {
  readonly specs: ReadonlySet<string> | undefined
  readonly names: ReadonlySet<string> | undefined
  /** It has a spec with a star. */
  readonly stars: boolean
}

export function compileRule(rule: AuditRule): CompiledRule {
  const forResources = rule.namespaces.length > 0 || rule.resources.length > 0
  return {
    verbs: setOf(rule.verbs),
    users: setOf(rule.users),
    groups: setOf(rule.userGroups),
    about: forResources ? 'resources' : rule.nonResourceURLs.length > 0 ? 'paths' : 'both',
    namespaces: setOf(rule.namespaces),
    resources: rule.resources.length > 0 ? byGroup(rule.resources) : undefined,
    paths: rule.nonResourceURLs,
  }
}

/** Whether a rule matches: what `mismatch` answers, the cheapest question first. */
export function asks(rule: CompiledRule, request: AuditRequest): boolean {
  const { verbs, users, groups, about } = rule
  if (verbs !== undefined && !verbs.has(request.verb)) return false
  if (users !== undefined && (request.user === null || !users.has(request.user))) return false
  if (about === 'resources') {
    if (!request.resourceRequest) return false
    if (rule.namespaces !== undefined && !rule.namespaces.has(request.namespace)) return false
    if (rule.resources !== undefined && !namesResource(rule.resources, request)) return false
  } else if (about === 'paths') {
    if (request.resourceRequest || !rule.paths.some(spec => coversPath(spec, request.path))) return false
  }
  // Without a user there are no groups either.
  return groups === undefined || (request.user !== null && isIn(groups, request.groups))
}

function isIn(groups: ReadonlySet<string>, own: readonly string[]): boolean {
  for (const group of own) if (groups.has(group)) return true
  return false
}

function namesResource(resources: ReadonlyMap<string, readonly CompiledEntry[]>, request: AuditRequest): boolean {
  const entries = resources.get(request.apiGroup)
  if (entries === undefined) return false
  for (const entry of entries) if (isNamed(entry, request)) return true
  return false
}

function isNamed({ specs, names, stars }: CompiledEntry, { resource, subresource, name }: AuditRequest): boolean {
  if (specs === undefined) return true
  if (names !== undefined && !names.has(name)) return false
  if (subresource === '') return specs.has(resource) || (stars && (specs.has('*') || specs.has(`${resource}/*`)))
  if (specs.has(`${resource}/${subresource}`)) return true
  return stars && (specs.has('*') || specs.has(`*/${subresource}`) || specs.has(`${resource}/*`))
}

function byGroup(entries: readonly GroupResources[]): ReadonlyMap<string, readonly CompiledEntry[]> {
  const groups = new Map<string, CompiledEntry[]>()
  for (const { group, resources, resourceNames } of entries) {
    const entry = {
      specs: setOf(resources),
      names: setOf(resourceNames),
      stars: resources.some(spec => spec.includes('*')),
    }
    const there = groups.get(group)
    if (there) there.push(entry)
    else groups.set(group, [entry])
  }
  return groups
}

function setOf(words: readonly string[]): ReadonlySet<string> | undefined {
  return words.length > 0 ? new Set(words) : undefined
}
