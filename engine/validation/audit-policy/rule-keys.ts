import type { AuditRule } from './policy.ts'

/** What a rule can ask of a request word by word. `url` is about paths; all from `namespace` on are about resources. */
export const dimensions = ['user', 'group', 'verb', 'url', 'namespace', 'apiGroup', 'resource', 'name'] as const
export type Dimension = (typeof dimensions)[number]

/** What stands in front of a key of `url`, one sign: the path itself follows, or what it begins with. */
const exactly = '='
export const beginning = '^'

/**
 * The words of which a request needs one, or the rule does not match; undefined where other requests match, too. A word alone
 * need not be enough.
 */
export function keysOf(rule: AuditRule, dimension: Dimension): readonly string[] | undefined {
  const found = wordsOf(rule, dimension)
  return found && found.length > 0 ? [...new Set(found)] : undefined
}

function wordsOf(rule: AuditRule, dimension: Dimension): readonly string[] | undefined {
  const { users, userGroups, verbs, namespaces, resources, nonResourceURLs } = rule
  switch (dimension) {
    case 'user':
      return users
    case 'group':
      return userGroups
    case 'verb':
      return verbs
    case 'url':
      return nonResourceURLs.some(spec => /^\**$/.test(spec)) ? undefined : nonResourceURLs.map(urlKey)
    case 'namespace':
      return namespaces
    case 'apiGroup':
      return resources.map(({ group }) => group)
    case 'resource':
      return resources.some(
        ({ resources }) => resources.length === 0 || resources.some(spec => /^\*(?:\/|$)/.test(spec)),
      )
        ? undefined
        : resources.flatMap(({ resources }) => resources.map(spec => spec.split('/', 1)[0] ?? ''))
    case 'name':
      return resources.some(({ resources, resourceNames }) => resources.length === 0 || resourceNames.length === 0)
        ? undefined
        : resources.flatMap(({ resourceNames }) => resourceNames)
  }
}

function urlKey(spec: string): string {
  return spec.endsWith('*') ? beginning + spec.replace(/\*+$/, '') : exactly + spec
}
