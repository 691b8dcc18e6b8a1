import { groupsOf } from '../groups-of.ts'
import { joined } from '../joined.ts'
import type { Advice, Advise } from './rule.ts'

const groups = [
  ...['system:masters', 'system:nodes', 'system:authenticated', 'system:unauthenticated'],
  ...['system:bootstrappers', 'system:monitoring', 'kubeadm:cluster-admins', 'system:serviceaccounts'],
]
const users = [
  ...['system:anonymous', 'system:apiserver', 'system:kube-proxy', 'system:kube-scheduler'],
  ...['system:kube-controller-manager', 'kubernetes-admin'],
]

/** Users and groups are compared as they are, each with its own list. */
export const wrongSubject: Advise = ({ rules }) =>
  rules.flatMap((rule, index): readonly Advice[] => {
    const path = ['rules', index]
    const asUsers = rule.users.flatMap((name, i): Advice[] => {
      const message = aboutUser(name)
      return message ? [{ code: 'no-such-user', path: [...path, 'users', i], message, data: { name } }] : []
    })
    const asGroups = rule.userGroups.flatMap((name, i): Advice[] => {
      if (!users.includes(name) && !/^system:(?:node|serviceaccount):/.test(name)) return []
      const message = `${name} is a user, and nobody is in a group of that name. Write it under users.`
      return [{ code: 'no-such-group', path: [...path, 'userGroups', i], message, data: { name } }]
    })
    if (asUsers.length > 0 || asGroups.length > 0) return [...asUsers, ...asGroups]
    return outside(rule.users, rule.userGroups).map(it => ({ ...it, path: [...path, 'userGroups'] }))
  })

function aboutUser(name: string): string | undefined {
  if (groups.includes(name) || name.startsWith('system:serviceaccounts:'))
    return `${name} is a group, and nobody has it as a name. Write it under userGroups.`
  if (/^system:serviceaccount(?::|$)/.test(name) && !/^system:serviceaccount:[^:]+:[^:]+$/.test(name))
    return `No service account is called ${name}. Write system:serviceaccount:<namespace>:<name>.`
  return undefined
}

/** Of these users all groups are known: those of a service account, and that of nobody. */
function outside(users: readonly string[], groups: readonly string[]): readonly Omit<Advice, 'path'>[] {
  const isKnown = (user: string) => user === 'system:anonymous' || user.startsWith('system:serviceaccount:')
  if (users.length === 0 || groups.length === 0 || !users.every(isKnown)) return []
  if (users.some(user => groupsOf(user).some(group => groups.includes(group)))) return []
  const own = joined([...new Set(users.flatMap(groupsOf))], 'and')
  const message = `A rule with users and userGroups asks for both, and these users are only in ${own}. Take one of the two out.`
  return [{ code: 'user-outside-group', message }]
}
