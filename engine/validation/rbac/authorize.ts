import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { aggregate } from '../kubernetes/field-error.ts'
import type { AccessRequest, Action, Binding, PolicyRule, RbacObjects, Role, User } from './objects.ts'
import { compileRule } from './rule.ts'
import { indexSubjects, userNamed } from './subject-index.ts'

/** What allows: the binding, which of its subjects the user is, the role and which of its rules. */
export interface Grant {
  readonly binding: Binding
  readonly subject: number
  readonly role: Role
  readonly rule: number
}

export type Authorization =
  /** `reason` as it stands in the audit log; empty for a refusal without one. */
  | { readonly allowed: true; readonly reason: string; readonly grant: Grant }
  /** `dangling`: bindings of the user to roles that are not there. */
  | { readonly allowed: false; readonly reason: string; readonly dangling: readonly Binding[] }

export interface Rbac {
  /** What RBAC says alone. The API server asks it after others: `system:masters` never gets here. */
  authorize(request: AccessRequest): Authorization
  /** Every rule that a user has in a namespace (`''`: in the whole cluster), and bindings that lead nowhere. */
  rulesFor(user: User, namespace: string): { readonly rules: readonly Grant[]; readonly errors: readonly string[] }
  /** Who may do something: every subject of every binding that allows it. */
  whoCan(action: Action): readonly Grant[]
}

/** Compiles roles and bindings once, for many questions. */
export function compileRbac({ roles, bindings }: RbacObjects): Rbac {
  const compiled = new Map(roles.map(role => [keyOf(role), { role, rules: role.rules.map(compileRule) }]))
  const lists = [...bindings].sort((a, b) => (a.kind === b.kind ? 0 : a.kind === 'ClusterRoleBinding' ? -1 : 1))
  const roleOf = ({ roleRef, namespace }: Binding) =>
    compiled.get(keyOf({ ...roleRef, namespace: roleRef.kind === 'Role' ? namespace : '' }))
  const targets = new Map(lists.map(binding => [binding, roleOf(binding)]))
  const boundTo = indexSubjects(lists)
  const applies = ({ kind, namespace }: Binding, asked: string) =>
    kind === 'ClusterRoleBinding' || (asked !== '' && namespace === asked)

  return {
    authorize(request) {
      const dangling: Binding[] = []
      for (const { binding, subject } of boundTo(request, request.namespace)) {
        const target = targets.get(binding)
        if (!target) dangling.push(binding)
        else {
          const rule = target.rules.findIndex(allows => allows(request))
          if (rule < 0) continue
          const grant = { binding, subject, role: target.role, rule }
          return {
            ...{ allowed: true, grant },
            // Words are made for who reads them: most decisions are only counted.
            get reason() {
              return `RBAC: allowed by ${shownGrant(grant)}`
            },
          }
        }
      }
      const reason = dangling.length === 0 ? '' : `RBAC: ${aggregate(dangling.map(notThere))}`
      return { allowed: false, reason, dangling }
    },
    rulesFor(user, namespace) {
      const rules: Grant[] = []
      const errors: string[] = []
      for (const { binding, subject } of boundTo(user, namespace)) {
        const role = targets.get(binding)?.role
        if (!role) errors.push(notThere(binding))
        else rules.push(...role.rules.map((_, rule) => ({ binding, subject, role, rule })))
      }
      return { rules, errors }
    },
    whoCan(action) {
      return lists.flatMap(binding => {
        const target = targets.get(binding)
        if (!target || !applies(binding, action.namespace)) return []
        const rule = target.rules.findIndex(allows => allows(action))
        if (rule < 0) return []
        const all = binding.subjects.map((_, subject) => ({ binding, subject, role: target.role, rule }))
        return all.filter(isSomebody)
      })
    },
  }
}

/** A ServiceAccount without a namespace is nobody. */
function isSomebody({ binding, subject }: Grant): boolean {
  const who = binding.subjects[subject]
  return who !== undefined && (who.kind === 'Group' || userNamed(who, binding) !== undefined)
}

/** The rule behind a grant. */
export function ruleOf({ role, rule }: Grant): PolicyRule | undefined {
  return role.rules[rule]
}

/** `RoleBinding "b/ns" of Role "r" to ServiceAccount "sa/ns"`: Kubernetes puts the namespace behind the name. */
export function shownGrant({ binding, subject }: Grant): string {
  const { kind, name, namespace, roleRef } = binding
  const who = binding.subjects[subject]
  const shownName = kind === 'RoleBinding' ? `${name}/${namespace}` : name
  const subjectName = who?.kind === 'ServiceAccount' ? `${who.name}/${who.namespace || namespace}` : (who?.name ?? '')
  return `${kind} ${goQuoted(shownName)} of ${roleRef.kind} ${goQuoted(roleRef.name)} to ${who?.kind} ${goQuoted(subjectName)}`
}

function notThere({ roleRef: { kind, name } }: Binding): string {
  if (kind !== 'Role' && kind !== 'ClusterRole') return `unsupported role reference kind: ${goQuoted(kind)}`
  return `${kind.toLowerCase()}.rbac.authorization.k8s.io ${goQuoted(name)} not found`
}

function keyOf({
  kind,
  namespace,
  name,
}: {
  readonly kind: string
  readonly namespace: string
  readonly name: string
}) {
  return `${kind}/${namespace}/${name}`
}
