import { builtIn } from '#engine/validation/audit-policy/built-in-resources.ts'
import { compileAuditPolicy } from '#engine/validation/audit-policy/evaluate.ts'
import { groupsOf } from '#engine/validation/audit-policy/groups-of.ts'
import type { AuditPolicy } from '#engine/validation/audit-policy/policy.ts'
import type { AuditRequest } from '#engine/validation/audit-policy/request.ts'
import { counted } from '../decide/place.ts'
import type { Lines, Tally, TallyRow } from '../playground.ts'
import { counter } from './counter.ts'
import { distinct } from './distinct.ts'

const usual = {
  users: ['jane', 'kubernetes-admin', 'system:serviceaccount:default:robot', 'system:node:node01', 'system:kube-proxy'],
  verbs: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'],
  resources: [
    'secrets',
    'configmaps',
    'pods',
    'pods/exec',
    'pods/log',
    'serviceaccounts/token',
    'deployments',
    'nodes',
  ],
  paths: ['/healthz', '/metrics', '/version'],
}
/** So many of each, the ones of the policy last: their product stays below 100,000. */
const most = { users: 16, groups: 6, resources: 32, names: 5, namespaces: 6, paths: 16 }

/** Usual requests, with users, groups, resources, names, namespaces and paths that the policy tells apart. */
export function tallyAuditPolicy(policy: AuditPolicy, lines: readonly Lines[]): Tally {
  const { rules } = policy
  const entries = rules.flatMap(it => it.resources)
  const who = [
    ...distinct(most.users, usual.users, ...rules.map(it => it.users)).map(user => ({ user, groups: groupsOf(user) })),
    ...distinct(most.groups, ...rules.map(it => it.userGroups)).map(group => ({ user: 'someone', groups: [group] })),
  ]
  const named = entries.flatMap(({ group, resources }) => resources.map(it => keyOf(it, group)))
  const targets = distinct(
    most.resources,
    usual.resources.map(it => keyOf(it, builtIn(firstOf(it))?.group ?? '')),
    named,
  )
  const names = distinct(most.names, ['x'], ...entries.map(it => it.resourceNames))
  const namespaces = distinct(most.namespaces, ['default', 'kube-system'], ...rules.map(it => it.namespaces))
  const paths = distinct(
    most.paths,
    usual.paths,
    ...rules.map(it => it.nonResourceURLs.map(url => url.replace('*', 'x'))),
  )
  const { verbs } = usual

  const decide = compileAuditPolicy(policy)
  const counts = counter<number>()
  let total = 0
  const take = (request: AuditRequest) => {
    total++
    counts.add(decide(request).rule)
  }
  for (const { user, groups } of who) {
    for (const target of targets) {
      const [full = '', apiGroup = ''] = target.split(' ')
      const [resource = '', subresource = ''] = full.split('/')
      const inside = builtIn(resource, apiGroup)?.namespaced === false ? [''] : namespaces
      for (const verb of verbs)
        for (const namespace of inside)
          for (const name of names) {
            const place = { apiGroup, apiVersion: 'v1', resource, subresource, name, namespace }
            take({ user, groups, verb, ...place, path: '', resourceRequest: true })
          }
    }
    for (const path of paths) take({ user, groups, verb: 'get', ...nothing, path, resourceRequest: false })
  }
  const rows = rules.map(({ level }, index): TallyRow => {
    const place = lines[index]
    return { label: `Rule ${index + 1}`, says: level, ...(place && { lines: place }), count: counts.of(index) }
  })
  return {
    total,
    asked: 'requests',
    chosen: `${counted(who.length, 'user')}, ${verbs.length} verbs, ${counted(targets.length, 'resource')}, ${counted(paths.length, 'path')}, those that the rules name among them`,
    rows: [...rows, { label: 'No rule', says: 'not logged', count: counts.of(-1) }],
  }
}

const nothing = { apiGroup: '', apiVersion: '', resource: '', subresource: '', name: '', namespace: '' }
const firstOf = (resource: string) => resource.split('/')[0] ?? ''
/** A star stands for anything: for `x`, which no other rule names. */
const keyOf = (resource: string, group: string) => `${resource.replaceAll('*', 'x')} ${group}`
