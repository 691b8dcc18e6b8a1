import { aggregateRules } from '#engine/validation/rbac/aggregate-rules.ts'
import { compileRbac } from '#engine/validation/rbac/authorize.ts'
import { readRbac } from '#engine/validation/rbac/read.ts'
import type { Open } from '../playground.ts'
import { rbacAsks } from '../rbac-asks.ts'
import { tallyRbac } from '../tally/rbac.ts'
import { counted, placeIn } from './place.ts'
import { askGrant } from './rbac/ask-grant.ts'
import { askRequest } from './rbac/ask-request.ts'
import { askWho } from './rbac/ask-who.ts'
import type { OpenedRbac } from './rbac/opened-rbac.ts'

/** What roles and bindings allow, to whom, and what of it may be passed on. */
export const openRbac: Open = text => {
  const { value, findings } = readRbac(text)
  if (!value || findings.some(({ severity }) => severity === 'error')) return { findings }
  const { bindings } = value
  const roles = value.roles.map(role =>
    role.aggregation ? { ...role, rules: aggregateRules(role, role.aggregation, value.roles) } : role,
  )
  const opened: OpenedRbac = {
    ...{ roles, bindings, rbac: compileRbac({ roles, bindings }) },
    ruleAt(rule) {
      // The rules of a role that gathers others’ stand in those.
      const holder = value.roles.find(it => it.rules.includes(rule))
      return holder && placeIn(text, holder.rangeOf(['rules', holder.rules.indexOf(rule)]))
    },
    subjectAt({ binding, subject }) {
      const written = bindings.find(it => it === binding)
      return written && placeIn(text, written.rangeOf(['subjects', subject]))
    },
  }
  const subjects = bindings.flatMap(binding => binding.subjects.map(it => ({ ...it, own: binding.namespace })))
  const named = (kind: string) => subjects.filter(it => it.kind === kind).map(it => it.name)
  const robots = subjects.flatMap(({ kind, name, namespace, own }) =>
    kind === 'ServiceAccount' ? [`system:serviceaccount:${namespace || own}:${name}`] : [],
  )
  return {
    findings,
    summary: `Read ${counted(roles.length, 'role')} and ${counted(bindings.length, 'binding')}.`,
    known: {
      user: [...new Set([...named('User'), ...robots])],
      groups: [...new Set(named('Group'))],
      role: roles.map(it => it.name),
      namespace: [...new Set([...roles, ...bindings].flatMap(it => it.namespace || []))],
    },
    tally: () => tallyRbac(opened),
    ask(form) {
      if (form.ask === rbacAsks.who) return askWho(opened, form)
      return form.ask === rbacAsks.bind ? askGrant(opened, form) : askRequest(opened, form)
    },
  }
}
