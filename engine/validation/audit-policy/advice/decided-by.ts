import type { AuditRule } from '../policy.ts'
import { witnessCount, witnessesOf } from '../witnesses.ts'
import type { Decide } from './rule.ts'

/**
 * Which rules before this one take all that it matches, in order. Undefined: some request gets so far, or there are too
 * many to ask. `rule` may be part of the policy's rule at `index`.
 */
export function takenBefore(rule: AuditRule, index: number, decide: Decide): readonly number[] | undefined {
  if (!decide.mayAsk(witnessCount(rule))) return undefined
  const by = new Set<number>()
  for (const request of witnessesOf(rule)) {
    const { rule: decided } = decide(request)
    if (decided < 0 || decided >= index) return undefined
    by.add(decided)
  }
  return [...by].sort((a, b) => a - b)
}
