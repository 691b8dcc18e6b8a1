import type { AuditRule } from './policy.ts'
import type { AuditRequest } from './request.ts'

/** Value → the rules that ask for it, first to last. */
type Shelf = Map<string, number[]>

/**
 * Files each rule under the values of one thing that it asks for exactly: users, else resources, else namespaces, groups,
 * verbs. A rule that asks for nothing exactly is looked at every time. Returns, for a request, lists of rules in ascending
 * order: a rule that is in none of them cannot match.
 */
export function indexRules(rules: readonly AuditRule[]): (request: AuditRequest) => readonly (readonly number[])[] {
  const always: number[] = []
  const users: Shelf = new Map()
  const resources: Shelf = new Map()
  const namespaces: Shelf = new Map()
  const groups: Shelf = new Map()
  const verbs: Shelf = new Map()
  rules.forEach((rule, index) => {
    const keys = resourceKeys(rule)
    if (rule.users.length > 0) file(users, rule.users, index)
    else if (keys) file(resources, keys, index)
    else if (rule.namespaces.length > 0) file(namespaces, rule.namespaces, index)
    else if (rule.userGroups.length > 0) file(groups, rule.userGroups, index)
    else if (rule.verbs.length > 0) file(verbs, rule.verbs, index)
    else always.push(index)
  })
  return request => {
    const lists: (readonly number[])[] = []
    const add = (list: readonly number[] | undefined) => {
      if (list && list.length > 0) lists.push(list)
    }
    add(always)
    add(verbs.get(request.verb))
    if (request.user !== null) add(users.get(request.user))
    if (groups.size > 0) for (const group of request.groups) add(groups.get(group))
    if (request.resourceRequest) {
      add(resources.get(`${request.apiGroup}/${request.resource}`))
      add(namespaces.get(request.namespace))
    }
    return lists
  }
}

/** `group/resource` of everything that a rule names; undefined when it names no resource or some by a pattern. */
function resourceKeys({ resources }: AuditRule): readonly string[] | undefined {
  if (resources.length === 0 || resources.some(entry => entry.resources.length === 0)) return undefined
  const specs = resources.flatMap(({ group, resources }) => resources.map(spec => `${group}/${spec.split('/')[0]}`))
  return specs.some(key => key.endsWith('/*')) ? undefined : specs
}

function file(shelf: Shelf, keys: readonly string[], index: number): void {
  for (const key of new Set(keys)) {
    const rules = shelf.get(key)
    if (rules) rules.push(index)
    else shelf.set(key, [index])
  }
}
