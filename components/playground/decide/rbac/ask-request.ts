import { type Grant, ruleOf } from '#engine/validation/rbac/authorize.ts'
import { forbiddenMessage } from '#engine/validation/rbac/forbidden.ts'
import type { AccessRequest, Binding } from '#engine/validation/rbac/objects.ts'
import type { Answer, Form, Why } from '../../playground.ts'
import { nearest, placeWords } from '../place.ts'
import { requestOf } from '../request-of.ts'
import { bindingWords, ruleWords } from './grant-words.ts'
import type { OpenedRbac } from './opened-rbac.ts'

/** Whether someone may do something, and which rule of which binding says so. */
export function askRequest(opened: OpenedRbac, form: Form): Answer | string {
  const seen = requestOf(form)
  if (typeof seen === 'string') return seen
  const request: AccessRequest = { ...seen, user: seen.user ?? '' }
  if (request.groups.includes('system:masters'))
    return { outcome: 'yes', note: 'RBAC is not asked.', by: 'the group system:masters', lit: [], why: [] }
  const said = opened.rbac.authorize(request)
  if (said.allowed) {
    const { grant } = said
    const rule = ruleOf(grant)
    const [lines, subject] = [rule && opened.ruleAt(rule), opened.subjectAt(grant)]
    return {
      outcome: 'yes',
      note: said.reason,
      by: `rule ${grant.rule + 1} of ${grant.role.kind} ${grant.role.name}${lines ? `, ${placeWords(lines)}` : ''}`,
      lit: [lines, subject].filter(it => it !== undefined),
      why: [
        { label: 'Binding', says: bindingWords(grant, subject), state: 'decides' },
        { label: 'Rule', says: ruleWords(rule), state: 'decides' },
      ],
    }
  }
  const { rules } = opened.rbac.rulesFor(request, request.namespace)
  return {
    outcome: 'no',
    note: forbiddenMessage(request, said.reason),
    by: rules.length > 0 ? 'no rule: none that the user has allows it' : 'no rule: nothing binds the user here',
    lit: [],
    why: nearest([...rules.map(passedRow), ...said.dangling.map(danglingRow), ...elsewhere(opened, request)]),
  }
}

function passedRow(grant: Grant): Why {
  const { role, rule } = grant
  return { label: `Rule ${rule + 1}`, says: `of ${role.name}: ${ruleWords(ruleOf(grant))}`, state: 'passed' }
}

function danglingRow({ kind, name, roleRef }: Binding): Why {
  const says = `${kind} ${name} names ${roleRef.kind} ${roleRef.name}, which is not here`
  return { label: 'Binding', says, state: 'passed' }
}

/** A reader looks for roles that are there and not bound. */
function elsewhere({ roles }: OpenedRbac, { namespace }: AccessRequest): readonly Why[] {
  const others = roles.filter(it => it.kind === 'Role' && it.namespace !== namespace)
  return others.map(({ name, namespace: own }) => ({
    label: 'Role',
    says: `${name} holds only in ${own}`,
    state: 'off',
  }))
}
