import { z } from 'zod'
import { compileAuditPolicy } from '../../validation/audit-policy/evaluate.ts'
import { explainDecision } from '../../validation/audit-policy/explain.ts'
import { readAuditPolicy } from '../../validation/audit-policy/read.ts'
import { type Evaluator, evaluator } from '../evaluator.ts'

const request = z.object({
  user: z.string().nullable(),
  groups: z.array(z.string()).default([]),
  verb: z.string(),
  apiGroup: z.string().default(''),
  apiVersion: z.string().default(''),
  resource: z.string().default(''),
  subresource: z.string().default(''),
  name: z.string().default(''),
  namespace: z.string().default(''),
  path: z.string().default(''),
  resourceRequest: z.boolean(),
})

/** What an audit policy has logged of requests. */
export const auditEval: Evaluator = evaluator(
  'an audit policy and requests: level, rule and omitted stages of each, and with "explain": true why',
  z.object({ policy: z.string(), requests: z.array(request), explain: z.boolean().default(false) }),
  ({ policy, requests, explain }) => {
    const { value, refusal } = readAuditPolicy(policy)
    if (!value || refusal !== undefined) return { error: refusal ?? 'The policy cannot be read.' }
    const decide = compileAuditPolicy(value)
    const verdicts = requests.map(asked => {
      const decision = decide(asked)
      const { level, rule, omitManagedFields } = decision
      // Where no rule matches, the policy's own list holds as it is written.
      const omitStages = rule < 0 ? value.omitStages.toSorted() : decision.omitStages
      const verdict = { level, rule, omitStages, omitManagedFields }
      return explain ? { ...verdict, explanation: explainDecision(value, asked, decision) } : verdict
    })
    return { verdicts }
  },
)
