import type { Finding } from '../../yaml/finding.ts'
import type { Path } from '../../yaml/range.ts'
import { nearestName } from '../nearest-name.ts'

const fields = {
  policy: ['rules', 'omitStages', 'omitManagedFields', 'metadata', 'apiVersion', 'kind'],
  rule: [
    'level',
    'users',
    'userGroups',
    'verbs',
    'resources',
    'namespaces',
    'nonResourceURLs',
    'omitStages',
    'omitManagedFields',
  ],
  entry: ['group', 'resources', 'resourceNames'],
  metadata: ['name', 'labels', 'annotations'],
} as const
type Owner = keyof typeof fields

const called: Readonly<Record<Owner, string>> = {
  policy: 'the policy',
  rule: 'the rule',
  entry: 'an entry under "resources"',
  metadata: 'the metadata',
}

/** What a person probably meant with a field that the API server does not know there, and drops. */
export function fieldAdvice(unknown: readonly Finding[]): readonly Finding[] {
  return unknown.flatMap(finding => {
    const owner = ownerOf(finding.path.slice(0, -1))
    const key = String(finding.path.at(-1))
    if (finding.code !== 'unknown-field' || !owner) return []
    const homes = owner === 'metadata' ? (['policy', 'rule'] as const) : (['rule', 'entry', 'policy'] as const)
    const home = homes.find(each => fields[each].some(field => field === key))
    if (owner === 'policy' && key === 'spec') return { ...finding, code: 'misplaced-field', message: withoutSpec }
    if (home)
      return {
        ...finding,
        code: 'misplaced-field',
        message: `"${key}" belongs to ${called[home]}, not to ${called[owner]}, and is dropped here${wider(key)}. Correct its indentation.`,
        data: { field: key, owner: home },
      }
    const meant = nearestName(key, fields[owner]) ?? fields[owner].find(field => field === fromElsewhere[key])
    if (!meant) return []
    return {
      ...finding,
      code: 'misspelt-field',
      message: `"${key}" is no field and is dropped. Did you mean "${meant}"?`,
      data: { field: key, meant },
    }
  })
}

const withoutSpec = 'An audit policy has no spec, and what is in it is dropped. Move its fields to the top.'

/** What RBAC and others call these fields. */
const fromElsewhere: Readonly<Record<string, string>> = {
  ...{ apiGroup: 'group', apiGroups: 'group', names: 'resourceNames', resourceName: 'resourceNames' },
  ...{
    groups: 'userGroups',
    subjects: 'users',
    username: 'users',
    paths: 'nonResourceURLs',
    excludeStages: 'omitStages',
  },
}

/** What narrows a rule and is dropped leaves a wider one. */
const narrowing = [
  'users',
  'userGroups',
  'verbs',
  'namespaces',
  'resources',
  'nonResourceURLs',
  'resourceNames',
  'group',
]

function wider(key: string): string {
  return narrowing.includes(key) ? ', so more requests match than you mean' : ''
}

function ownerOf(path: Path): Owner | undefined {
  if (path.length === 0) return 'policy'
  if (path.length === 1 && path[0] === 'metadata') return 'metadata'
  if (path[0] !== 'rules') return undefined
  if (path.length === 2) return 'rule'
  return path.length === 4 && path[2] === 'resources' ? 'entry' : undefined
}
