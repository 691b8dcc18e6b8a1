import { coversPath } from './mismatch.ts'
import type { AuditRule, GroupResources } from './policy.ts'

/** Whether every request that `later` matches is matched by `earlier` too. A no may only mean that it was not seen. */
export function covers(earlier: AuditRule, later: AuditRule): boolean {
  return (
    takes(earlier.users, later.users) &&
    takes(earlier.userGroups, later.userGroups) &&
    takes(earlier.verbs, later.verbs) &&
    takesScope(earlier, later)
  )
}

/** An empty list asks nothing, so it takes everything and is taken only by another one. */
function takes(earlier: readonly string[], later: readonly string[]): boolean {
  return earlier.length === 0 || (later.length > 0 && later.every(word => earlier.includes(word)))
}

function takesScope(earlier: AuditRule, later: AuditRule): boolean {
  const forResources = (rule: AuditRule) => rule.resources.length > 0 || rule.namespaces.length > 0
  if (forResources(earlier))
    return (
      forResources(later) &&
      takes(earlier.namespaces, later.namespaces) &&
      (earlier.resources.length === 0 ||
        (later.resources.length > 0 && later.resources.every(entry => takesEntry(earlier.resources, entry))))
    )
  if (earlier.nonResourceURLs.length === 0) return true
  return (
    !forResources(later) &&
    later.nonResourceURLs.length > 0 &&
    later.nonResourceURLs.every(spec => earlier.nonResourceURLs.some(each => takesPath(each, spec)))
  )
}

function takesEntry(earlier: readonly GroupResources[], { group, resources, resourceNames }: GroupResources): boolean {
  const able = earlier.filter(
    entry => entry.group === group && (entry.resources.length === 0 || takes(entry.resourceNames, resourceNames)),
  )
  const everything = able.some(entry => entry.resources.length === 0 || entry.resources.includes('*'))
  if (everything || resources.length === 0) return everything
  return resources.every(spec => able.some(entry => entry.resources.some(each => takesResource(each, spec))))
}

function takesResource(earlier: string, later: string): boolean {
  if (earlier === later) return true
  if (earlier.endsWith('/*')) return later === earlier.slice(0, -2) || later.startsWith(earlier.slice(0, -1))
  return earlier.startsWith('*/') && later.endsWith(earlier.slice(1)) && !later.endsWith('/*')
}

function takesPath(earlier: string, later: string): boolean {
  return earlier === '*' || (later !== '*' && coversPath(earlier, later))
}
