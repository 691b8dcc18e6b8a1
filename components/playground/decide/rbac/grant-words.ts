import type { Grant } from '#engine/validation/rbac/authorize.ts'
import type { PolicyRule } from '#engine/validation/rbac/objects.ts'
import type { Lines } from '../../playground.ts'
import { placeWords } from '../place.ts'

/** `RoleBinding keepers gives secret-keeper in vault, lines 20 to 22`. */
export function bindingWords({ binding, role }: Pick<Grant, 'binding' | 'role'>, lines?: Lines): string {
  const place = binding.namespace === '' ? 'everywhere' : `in ${binding.namespace}`
  return `${binding.kind} ${binding.name} gives ${role.name} ${place}${lines ? `, ${placeWords(lines)}` : ''}`
}

/** `get, list on secrets named db`. */
export function ruleWords(rule?: PolicyRule): string {
  if (!rule) return ''
  const { verbs, resources, nonResourceURLs, resourceNames } = rule
  const names = resourceNames.length > 0 ? ` named ${resourceNames.join(', ')}` : ''
  return `${verbs.join(', ')} on ${[...resources, ...nonResourceURLs].join(', ')}${names}`
}
