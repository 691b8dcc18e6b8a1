import { groupsOf } from '#engine/validation/audit-policy/groups-of.ts'
import { ruleOf } from '#engine/validation/rbac/authorize.ts'
import { coverage } from '#engine/validation/rbac/covers.ts'
import { refusalOfBinding } from '#engine/validation/rbac/may-grant.ts'
import type { Action } from '#engine/validation/rbac/objects.ts'
import type { Answer, Form, Lines, Why } from '../../playground.ts'
import { nearest, placeWords } from '../place.ts'
import { wordsOf } from '../request-of.ts'
import { ruleWords } from './grant-words.ts'
import type { OpenedRbac } from './opened-rbac.ts'

/** Whether someone may bind a role: only who holds all of it already, or may `bind` it. Which of its rules are in the way. */
export function askGrant({ roles, rbac, ruleAt }: OpenedRbac, form: Form): Answer | string {
  const [user, name, namespace] = [form.user ?? '', form.role ?? '', form.namespace ?? ''].map(it => it.trim())
  if (!user) return 'Write a user’s name.'
  if (!name) return 'Write the name of a role of the text.'
  const here = roles.filter(it => it.name === name)
  const role =
    here.find(it => it.kind === 'Role' && it.namespace === namespace) ?? here.find(it => it.kind === 'ClusterRole')
  if (!role) {
    const other = here[0]
    if (other) return `Role ${name} lies in ${other.namespace}. Write that namespace.`
    return `The text has no role ${name}. Write one that it has.`
  }
  const who = { user, groups: [...new Set([...wordsOf(form.groups ?? ''), ...groupsOf(user)])] }
  const kind = namespace ? 'RoleBinding' : 'ClusterRoleBinding'
  const binding = {
    kind,
    name: 'new',
    namespace: namespace ?? '',
    roleRef: { kind: role.kind, name },
    subjects: [],
  } as const
  const refusal = refusalOfBinding(rbac, who, binding, role)
  if (refusal && 'undecided' in refusal) return refusal.undecided
  const bind = rbac.authorize({ ...who, ...bindOf(role.kind, namespace ?? '', name) })
  const held = rbac.rulesFor(who, namespace ?? '').rules.flatMap(it => ruleOf(it) ?? [])
  const why = role.rules.map((rule, at): Why & { readonly lines?: Lines | undefined } => {
    const seen = coverage(held, [rule])
    const lacks = !refusal || 'undecided' in seen ? 0 : seen.uncovered.length
    const says = `${ruleWords(rule)}: ${lacks > 0 ? `${lacks} of it not held` : refusal ? 'held' : 'may be given'}`
    return { label: `Rule ${at + 1}`, says, state: lacks > 0 ? 'decides' : 'passed', lines: ruleAt(rule) }
  })
  const right = bind.allowed ? ruleOf(bind.grant) : undefined
  const lit = refusal
    ? why.flatMap(it => (it.state === 'decides' && it.lines ? [it.lines] : []))
    : [right && ruleAt(right)].filter(it => it !== undefined)
  return {
    outcome: refusal ? 'no' : 'yes',
    note: refusal ? refusal.message : `${user} may write such a ${kind}, if a rule lets them create one.`,
    by: `${byWords(refusal !== undefined, bind.allowed)}${lit.length > 0 ? `, ${lit.map(placeWords).join(', ')}` : ''}`,
    lit,
    why: nearest(why.map(({ label, says, state }) => ({ label, says, state }))),
  }
}

function byWords(isRefused: boolean, mayBind: boolean): string {
  if (isRefused) return 'escalation: the role has what the user does not hold'
  return mayBind ? 'the verb bind' : 'cover: the user holds all of the role, or is in system:masters'
}

function bindOf(kind: string, namespace: string, name: string): Action {
  const resource = kind === 'Role' ? 'roles' : 'clusterroles'
  const apiGroup = 'rbac.authorization.k8s.io'
  return { verb: 'bind', apiGroup, resource, subresource: '', name, namespace, path: '', resourceRequest: true }
}
