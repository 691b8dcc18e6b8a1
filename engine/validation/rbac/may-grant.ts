import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { type Rbac, ruleOf } from './authorize.ts'
import { escalation } from './escalation.ts'
import { qualified } from './forbidden.ts'
import type { Action, Binding, PolicyRule, Role, User } from './objects.ts'

/** Why the API server does not let someone write a role or a binding. */
export type GrantRefusal =
  | { readonly status: 403 | 404 | 500; readonly message: string }
  /** The rules are too many to be compared. */
  | { readonly undecided: string }

const group = 'rbac.authorization.k8s.io'
const resources: Readonly<Record<string, string>> = {
  ...{ Role: 'roles', ClusterRole: 'clusterroles' },
  ...{ RoleBinding: 'rolebindings', ClusterRoleBinding: 'clusterrolebindings' },
}

/**
 * Whether a user may write a role: who may `escalate`, or holds all of it where it lies. `isNew`: a role that is created
 * has no name yet, so a rule for its name alone does not help.
 */
export function refusalOfRole(rbac: Rbac, user: User, role: Role, isNew: boolean): GrantRefusal | undefined {
  const { kind, name, namespace } = role
  if (isPrivileged(user)) return undefined
  if (rbac.authorize({ ...user, ...about('escalate', kind, namespace, isNew ? '' : name) }).allowed) return undefined
  return uncovered(rbac, user, role.rules, kind, name, namespace)
}

/**
 * Whether a user may write a binding: who may `bind` the role, or holds all of it where the binding lies. `role` is the
 * one that it names, if there is one.
 */
export function refusalOfBinding(
  rbac: Rbac,
  user: User,
  binding: Binding,
  role: Role | undefined,
): GrantRefusal | undefined {
  const { kind, name, namespace, roleRef } = binding
  if (isPrivileged(user)) return undefined
  if (roleRef.kind !== 'Role' && roleRef.kind !== 'ClusterRole')
    return { status: 500, message: `unsupported role reference kind: ${goQuoted(roleRef.kind)}` }
  if (rbac.authorize({ ...user, ...about('bind', roleRef.kind, namespace, roleRef.name) }).allowed) return undefined
  if (role) return uncovered(rbac, user, role.rules, kind, name, namespace)
  // What is not there is told with the kind of the binding.
  return { status: 404, message: `${resourceOf(kind)} ${goQuoted(roleRef.name)} not found` }
}

function uncovered(
  rbac: Rbac,
  user: User,
  wanted: readonly PolicyRule[],
  kind: string,
  name: string,
  namespace: string,
): GrantRefusal | undefined {
  const { rules, errors } = rbac.rulesFor(user, namespace)
  const held = rules.flatMap(grant => ruleOf(grant) ?? [])
  const why = escalation(user, held, wanted, errors)
  if (!why || 'undecided' in why) return why
  return { status: 403, message: `${resourceOf(kind)} ${goQuoted(name)} is forbidden: ${why.refused}` }
}

function about(verb: string, kind: string, namespace: string, name: string): Action {
  const resource = resources[kind] ?? ''
  return { verb, apiGroup: group, resource, subresource: '', name, namespace, path: '', resourceRequest: true }
}

function resourceOf(kind: string): string {
  return qualified(resources[kind] ?? '', group)
}

function isPrivileged({ groups }: User): boolean {
  return groups.includes('system:masters')
}
