import { byBytes } from '../../yaml/go/by-bytes.ts'
import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { coverage } from './covers.ts'
import type { PolicyRule, User } from './objects.ts'

export type Escalation =
  /** What the API server says. */
  | { readonly refused: string }
  /** The rules are too many; one sentence of ours. */
  | { readonly undecided: string }

/**
 * Why someone may not grant rules: they do not hold them all. Undefined when they do. `unresolved` are the errors met
 * while their own rules were gathered.
 */
export function escalation(
  { user, groups }: User,
  held: readonly PolicyRule[],
  wanted: readonly PolicyRule[],
  unresolved: readonly string[] = [],
): Escalation | undefined {
  const covered = coverage(held, wanted)
  if ('undecided' in covered) return covered
  const { uncovered } = covered
  if (uncovered.length === 0) return undefined
  const lines = [...new Set(compacted(uncovered).map(shownRule))].sort(byBytes)
  const who = `user ${goQuoted(user)} (groups=${words(groups)})`
  const errors = unresolved.length === 0 ? '' : `; resolution errors: [${unresolved.join(' ')}]`
  const what = 'is attempting to grant RBAC permissions not currently held'
  return { refused: `${who} ${what}:\n${lines.join('\n')}${errors}` }
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
