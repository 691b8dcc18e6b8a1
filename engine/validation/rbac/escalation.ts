import { byBytes, goQuoted } from '../kubernetes/go-print.ts'
import { coverage } from './covers.ts'
import type { PolicyRule, User } from './objects.ts'

/**
 * What the API server says when someone grants more than they hold; undefined when they hold it all. `unresolved` are the
 * errors met while their rules were gathered.
 */
export function escalation(
  { user, groups }: User,
  held: readonly PolicyRule[],
  wanted: readonly PolicyRule[],
  unresolved: readonly string[] = [],
): string | undefined {
  const { uncovered } = coverage(held, wanted)
  if (uncovered.length === 0) return undefined
  const lines = [...new Set(compacted(uncovered).map(shownRule))].sort(byBytes)
  const who = `user ${goQuoted(user)} (groups=${words(groups)})`
  const errors = unresolved.length === 0 ? '' : `; resolution errors: [${unresolved.join(' ')}]`
  return `${who} is attempting to grant RBAC permissions not currently held:\n${lines.join('\n')}${errors}`
}

/** The verbs on one resource, or on one name of it, in one rule. Rules about paths stay as they are. */
function compacted(single: readonly PolicyRule[]): readonly PolicyRule[] {
  const paths: PolicyRule[] = []
  const byResource = new Map<string, PolicyRule & { readonly verbs: string[] }>()
  for (const rule of single) {
    if (rule.nonResourceURLs.length > 0) {
      paths.push(rule)
      continue
    }
    const key = JSON.stringify([rule.apiGroups, rule.resources, rule.resourceNames])
    const known = byResource.get(key)
    if (!known) byResource.set(key, { ...rule, verbs: [...rule.verbs] })
    // A permission that is wanted twice is told twice.
    else known.verbs.push(...rule.verbs)
  }
  return [...paths, ...byResource.values()]
}

/** A rule as Kubernetes prints it in one line. */
export function shownRule(rule: PolicyRule): string {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['APIGroups', rule.apiGroups],
    ['Resources', rule.resources],
    ['NonResourceURLs', rule.nonResourceURLs],
    ['ResourceNames', rule.resourceNames],
    ['Verbs', rule.verbs],
  ]
  const shown = parts.filter(([, list]) => list.length > 0).map(([name, list]) => `${name}:${words(list)}`)
  return `{${shown.join(', ')}}`
}

function words(list: readonly string[]): string {
  return `[${list.map(goQuoted).join(' ')}]`
}
