import { ruleOf, shownGrant } from '#engine/validation/rbac/authorize.ts'
import type { Answer, Form, Lines, Why } from '../../playground.ts'
import { counted, nearest } from '../place.ts'
import { actionOf } from '../request-of.ts'
import { ruleWords } from './grant-words.ts'
import type { OpenedRbac } from './opened-rbac.ts'

/** Everybody who may do something. */
export function askWho({ rbac, ruleAt, subjectAt }: OpenedRbac, form: Form): Answer | string {
  const action = actionOf(form)
  if (typeof action === 'string') return action
  const grants = rbac.whoCan(action)
  const lit = new Map<string, Lines>()
  const why = grants.map((grant): Why => {
    const rule = ruleOf(grant)
    for (const lines of [rule && ruleAt(rule), subjectAt(grant)]) if (lines) lit.set(lines.join(), lines)
    const who = grant.binding.subjects[grant.subject]
    const says = `${who?.name}, by ${shownGrant(grant)}: ${ruleWords(rule)}`
    return { label: labels[who?.kind ?? ''] ?? 'User', says, state: 'decides' }
  })
  return {
    outcome: grants.length === 0 ? 'nobody' : counted(grants.length, 'subject'),
    note: 'The group system:masters may do everything, whatever stands here.',
    by:
      grants.length === 0
        ? 'no rule: none that is bound allows it'
        : `rules and subjects at ${counted(lit.size, 'place')}`,
    lit: [...lit.values()],
    why: nearest(why),
  }
}

const labels: Readonly<Record<string, string>> = { User: 'User', Group: 'Group', ServiceAccount: 'Account' }
