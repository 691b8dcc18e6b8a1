import { builtIn } from '#engine/validation/audit-policy/built-in-resources.ts'
import { groupsOf } from '#engine/validation/audit-policy/groups-of.ts'
import { ruleOf } from '#engine/validation/rbac/authorize.ts'
import type { PolicyRule, Subject } from '#engine/validation/rbac/objects.ts'
import { counted } from '../decide/place.ts'
import { ruleWords } from '../decide/rbac/grant-words.ts'
import type { OpenedRbac } from '../decide/rbac/opened-rbac.ts'
import type { Tally, TallyRow } from '../playground.ts'
import { counter } from './counter.ts'
import { distinct } from './distinct.ts'

const usual = {
  verbs: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'],
  resources: ['secrets', 'configmaps', 'pods', 'pods/exec', 'pods/log', 'deployments', 'roles', 'nodes'],
}
/** So many of each: their product stays below 100,000. */
const most = { subjects: 12, verbs: 14, resources: 24, names: 4, namespaces: 4, paths: 8 }

/** Every subject, every verb and everything that the rules name, beside what is usual. */
export function tallyRbac({ roles, bindings, rbac, ruleAt }: OpenedRbac): Tally {
  const rules = roles.flatMap(it => it.rules)
  const all = bindings.flatMap(({ subjects, namespace }) => subjects.map(it => subjectKey(it, namespace)))
  const subjects = distinct(most.subjects, all, ['User jane'])
  const verbs = distinct(most.verbs, usual.verbs, ...rules.map(it => it.verbs.filter(verb => verb !== '*')))
  const things = distinct(
    most.resources,
    usual.resources.map(it => keyOf(it, groupOf(it))),
    rules.flatMap(thingsOf),
  )
  const names = distinct(most.names, ['x'], ...rules.map(it => it.resourceNames))
  const own = [...bindings, ...roles].map(it => it.namespace)
  const namespaces = distinct(most.namespaces, [''], own, ['default'])
  const paths = distinct(most.paths, ...rules.map(it => it.nonResourceURLs.map(url => url.replace('*', 'x'))))

  const counts = counter<PolicyRule | undefined>()
  let total = 0
  for (const subject of subjects) {
    const who = userOf(subject)
    const take = (action: typeof nothing & { verb: string; resourceRequest: boolean }) => {
      total++
      const said = rbac.authorize({ ...who, ...action })
      counts.add(said.allowed ? ruleOf(said.grant) : undefined)
    }
    for (const verb of verbs) {
      for (const thing of things) {
        const [full = '', apiGroup = ''] = thing.split(' ')
        const [resource = '', subresource = ''] = full.split('/')
        for (const namespace of namespaces)
          for (const name of names)
            take({ ...nothing, verb, apiGroup, resource, subresource, name, namespace, resourceRequest: true })
      }
      for (const path of paths) take({ ...nothing, verb, path, resourceRequest: false })
    }
  }
  const known = new Set<PolicyRule>()
  const rows = roles.flatMap(({ name, rules: ofRole }) =>
    ofRole.flatMap((rule, index): readonly TallyRow[] => {
      // A role that gathers others’ rules holds the same ones.
      if (known.has(rule)) return []
      known.add(rule)
      const lines = ruleAt(rule)
      return [{ label: `${name} ${index + 1}`, says: ruleWords(rule), ...(lines && { lines }), count: counts.of(rule) }]
    }),
  )
  return {
    total,
    asked: 'requests',
    chosen: `${counted(subjects.length, 'subject')}, ${verbs.length} verbs, ${counted(things.length, 'resource')}, ${counted(namespaces.length, 'namespace')}`,
    rows: [...rows, { label: 'No rule', says: 'no', count: counts.of(undefined) }],
  }
}

const nothing = { apiGroup: '', resource: '', subresource: '', name: '', namespace: '', path: '' }
/** A star stands for anything: for `x`, which no other rule names. */
const keyOf = (resource: string, group: string) => `${resource} ${group}`.replaceAll('*', 'x')
const groupOf = (resource: string) => builtIn(resource.split('/')[0] ?? '')?.group ?? ''

function thingsOf({ resources, apiGroups }: PolicyRule): readonly string[] {
  return resources.flatMap(resource => apiGroups.map(group => keyOf(resource, group)))
}

const subjectKey = ({ kind, name, namespace }: Subject, own: string) =>
  kind === 'ServiceAccount' ? `User system:serviceaccount:${namespace || own}:${name}` : `${kind} ${name}`

function userOf(key: string) {
  const cut = key.indexOf(' ')
  const name = key.slice(cut + 1)
  return key.startsWith('Group ') ? { user: 'someone', groups: [name] } : { user: name, groups: groupsOf(name) }
}
