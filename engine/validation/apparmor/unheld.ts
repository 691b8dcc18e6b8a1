import type { Decision } from './decision.ts'
import type { Policy } from './policy.ts'

/**
 * Why a decision is not certain: it says that no rule allows something, and the policy includes files whose rules are not at
 * hand. Undefined when it is certain. What a check meets such a decision with could not be graded.
 */
export function uncertain({ unheld }: Policy, { by }: Decision): string | undefined {
  if (unheld.length === 0 || (by.kind !== 'no-rule' && by.kind !== 'complain')) return undefined
  return `The rules of ${unheld.join(', ')}, which the profile includes, are not at hand.`
}
