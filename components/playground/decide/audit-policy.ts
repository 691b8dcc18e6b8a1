import { compileAuditPolicy } from '#engine/validation/audit-policy/evaluate.ts'
import { explainDecision } from '#engine/validation/audit-policy/explain.ts'
import { readAuditPolicy } from '#engine/validation/audit-policy/read.ts'
import { decideRequest, triedPolicy } from '../../lesson/decide-request.ts'
import type { Open, Why } from '../playground.ts'
import { tallyAuditPolicy } from '../tally/audit-policy.ts'
import { counted, nearest, placeWords } from './place.ts'
import { requestOf } from './request-of.ts'

/** Whether and how the API server writes a request into its audit log. */
export const openAuditPolicy: Open = text => {
  const { value: policy, findings, refusal } = readAuditPolicy(text)
  if (!policy || refusal !== undefined) return { findings }
  const tried = triedPolicy(policy, text)
  const decide = compileAuditPolicy(policy)
  return {
    findings,
    summary: `Read ${counted(policy.rules.length, 'rule')}.`,
    tally: () => tallyAuditPolicy(policy, tried.lines),
    ask(form) {
      const request = requestOf(form)
      if (typeof request === 'string') return request
      const decision = decide(request)
      const { level, stages, lit } = decideRequest(tried, request)
      const passed = new Map(explainDecision(policy, request, decision).passedOver.map(it => [it.rule, it.why]))
      const why = policy.rules.map((_, index): Why => {
        const label = `Rule ${index + 1}`
        const reason = passed.get(index)
        if (reason !== undefined) return { label, says: reason.slice(label.length + 1), state: 'passed' }
        if (index === decision.rule) return { label, says: 'matches and decides', state: 'decides' }
        return { label, says: 'not asked any more', state: 'off' }
      })
      return {
        outcome: level === 'not at all' ? 'not logged' : level,
        note: level === 'not at all' ? 'No event is written.' : `Stages written: ${stages}`,
        by: lit ? `rule ${decision.rule + 1}, ${placeWords(lit)}` : 'no rule: what no rule matches is not logged',
        lit: lit ? [lit] : [],
        why: nearest(why),
      }
    },
  }
}
