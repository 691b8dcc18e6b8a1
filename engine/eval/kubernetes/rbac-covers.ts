import { z } from 'zod'
import { coverage } from '../../validation/rbac/covers.ts'
import { escalation } from '../../validation/rbac/escalation.ts'
import { type Evaluator, evaluator, present } from '../evaluator.ts'
import { policyRule } from './rbac-shapes.ts'

/** Who the recordings ask for. */
const alice = { user: 'alice', groups: ['dev', 'system:authenticated'] }

/** Whether someone may grant rules. */
export const rbacCovers: Evaluator = evaluator(
  'the rules that alice holds and those that she grants: what of them she does not hold, and the refusal',
  z.object({ owner: z.array(policyRule), requested: z.array(policyRule) }),
  ({ owner, requested }) => {
    const covered = coverage(owner, requested)
    if ('undecided' in covered) return covered
    const { uncovered, asked } = covered
    const refusal = escalation(alice, owner, requested)
    return present({
      covers: uncovered.length === 0,
      breakdownCount: asked,
      uncovered: uncovered.map(withoutEmpty),
      escalationError: refusal && 'refused' in refusal ? refusal.refused : undefined,
    })
  },
)

function withoutEmpty(rule: object): object {
  return Object.fromEntries(Object.entries(rule).filter(([, list]) => list.length > 0))
}
