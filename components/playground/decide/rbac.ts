import { aggregateRules } from '#engine/validation/rbac/aggregate-rules.ts'
import { compileRbac, type Grant, ruleOf } from '#engine/validation/rbac/authorize.ts'
import { forbiddenMessage } from '#engine/validation/rbac/forbidden.ts'
import type { AccessRequest, PolicyRule } from '#engine/validation/rbac/objects.ts'
import { type PlacedRole, readRbac } from '#engine/validation/rbac/read.ts'
import type { Lines, Open, Why } from '../playground.ts'
import { counted, nearest, placeIn, placeWords } from './place.ts'
import { requestOf } from './request-of.ts'

/** Whether roles and bindings allow a request, and which of their rules does. */
export const openRbac: Open = text => {
  const { value, findings } = readRbac(text)
  if (!value || findings.some(({ severity }) => severity === 'error')) return { findings }
  const { bindings } = value
  const roles = value.roles.map(role =>
    role.aggregation ? { ...role, rules: aggregateRules(role, role.aggregation, value.roles) } : role,
  )
  const rbac = compileRbac({ roles, bindings })
  const linesOf = (grant: Grant): readonly Lines[] => {
    const rule = ruleOf(grant)
    // The rules of a role that gathers others’ stand in those.
    const holder = value.roles.find(it => rule && it.rules.includes(rule))
    const binding = bindings.find(it => it === grant.binding)
    return [
      ...(holder && rule ? [placeIn(text, holder.rangeOf(['rules', holder.rules.indexOf(rule)]))] : []),
      ...(binding ? [placeIn(text, binding.rangeOf(['subjects', grant.subject]))] : []),
    ]
  }
  return {
    findings,
    summary: `Read ${counted(roles.length, 'role')} and ${counted(bindings.length, 'binding')}.`,
    ask(form) {
      const seen = requestOf(form)
      if (typeof seen === 'string') return seen
      const request: AccessRequest = { ...seen, user: seen.user ?? '' }
      if (request.groups.includes('system:masters'))
        return { outcome: 'yes', note: 'RBAC is not asked.', by: 'the group system:masters', lit: [], why: [] }
      const said = rbac.authorize(request)
      if (said.allowed) {
        const lit = linesOf(said.grant)
        const [rule, subject] = lit
        return {
          outcome: 'yes',
          note: said.reason,
          by: `rule ${said.grant.rule + 1} of ${said.grant.role.kind} ${said.grant.role.name}${rule ? `, ${placeWords(rule)}` : ''}`,
          lit,
          why: [
            { label: 'Binding', says: bindingWords(said.grant, subject), state: 'decides' },
            { label: 'Rule', says: ruleWords(ruleOf(said.grant)), state: 'decides' },
          ],
        }
      }
      const { rules } = rbac.rulesFor(request, request.namespace)
      return {
        outcome: 'no',
        note: forbiddenMessage(request, said.reason),
        by: rules.length > 0 ? 'no rule: none that the user has allows it' : 'no rule: nothing binds the user here',
        lit: [],
        why: nearest([...rules.map(passedRow), ...said.dangling.map(danglingRow), ...elsewhere(value.roles, request)]),
      }
    },
  }
}

function bindingWords({ binding, role }: Grant, lines?: Lines): string {
  const place = binding.namespace === '' ? 'everywhere' : `in ${binding.namespace}`
  return `${binding.kind} ${binding.name} gives ${role.name} ${place}${lines ? `, ${placeWords(lines)}` : ''}`
}

function ruleWords(rule?: PolicyRule): string {
  if (!rule) return ''
  const { verbs, resources, nonResourceURLs, resourceNames } = rule
  const names = resourceNames.length > 0 ? ` named ${resourceNames.join(', ')}` : ''
  return `${verbs.join(', ')} on ${[...resources, ...nonResourceURLs].join(', ')}${names}`
}

function passedRow(grant: Grant): Why {
  const { role, rule } = grant
  return { label: `Rule ${rule + 1}`, says: `of ${role.name}: ${ruleWords(ruleOf(grant))}`, state: 'passed' }
}

function danglingRow({
  kind,
  name,
  roleRef,
}: {
  kind: string
  name: string
  roleRef: { kind: string; name: string }
}): Why {
  return {
    label: 'Binding',
    says: `${kind} ${name} names ${roleRef.kind} ${roleRef.name}, which is not here`,
    state: 'passed',
  }
}

/** A reader looks for roles that are there and not bound. */
function elsewhere(roles: readonly PlacedRole[], { namespace }: AccessRequest): readonly Why[] {
  const others = roles.filter(it => it.kind === 'Role' && it.namespace !== namespace)
  return others.map(({ name, namespace: own }) => ({
    label: 'Role',
    says: `${name} holds only in ${own}`,
    state: 'off',
  }))
}
