import { byBytes } from '../../yaml/go/by-bytes.ts'
import { compileLabelSelector, type LabelSelector, type Labels } from '../kubernetes/label-selector.ts'
import type { PolicyRule, Role } from './objects.ts'

export interface LabelledRole extends Role {
  readonly labels: Labels
}

/**
 * The rules that a ClusterRole with an aggregationRule gets, whatever is written in it: those of every other ClusterRole
 * that one of its selectors takes, the roles by name, each rule once.
 */
export function aggregateRules(
  { name }: Pick<Role, 'name'>,
  selectors: readonly LabelSelector[],
  roles: readonly LabelledRole[],
): readonly PolicyRule[] {
  const others = roles.filter(it => it.kind === 'ClusterRole' && it.name !== name)
  const sorted = others.toSorted((a, b) => byBytes(a.name, b.name))
  const rules = new Map<string, PolicyRule>()
  for (const takes of selectors.map(compileLabelSelector))
    for (const role of sorted)
      if (takes(role.labels)) for (const rule of role.rules) rules.set(keyOf(rule), rules.get(keyOf(rule)) ?? rule)
  return [...rules.values()]
}

function keyOf({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }: PolicyRule): string {
  return JSON.stringify([verbs, apiGroups, resources, resourceNames, nonResourceURLs])
}
