import type { Range } from '../../yaml/range.ts'
import { asks, compileRule } from './compile-rule.ts'
import type { AuditPolicy, Level, Stage } from './policy.ts'
import type { AuditRequest } from './request.ts'
import { indexRules } from './rule-index.ts'

export interface AuditDecision {
  readonly level: Level
  /** Sorted by name. */
  readonly omitStages: readonly Stage[]
  readonly omitManagedFields: boolean
  /** Index of the first rule that matches, or -1. */
  readonly rule: number
  /** The text of that rule. */
  readonly range?: Range
}

/**
 * Compiles a policy once into a function that decides many requests: the first rule that matches, else `None`.
 * Omitted stages are the policy's and the rule's together; the rule's `omitManagedFields` overrides the policy's.
 */
export function compileAuditPolicy(policy: AuditPolicy): (request: AuditRequest) => AuditDecision {
  const rules = policy.rules.map(compileRule)
  const first = indexRules(policy.rules, (index, request) => {
    const rule = rules[index]
    return rule !== undefined && asks(rule, request)
  })
  const decisions = policy.rules.map((rule, index): AuditDecision => {
    const decision = {
      level: rule.level,
      omitStages: [...new Set([...policy.omitStages, ...rule.omitStages])].sort(),
      omitManagedFields: rule.omitManagedFields ?? policy.omitManagedFields,
      rule: index,
    }
    return rule.range ? { ...decision, range: rule.range } : decision
  })
  const unmatched: AuditDecision = {
    level: 'None',
    omitStages: [...new Set(policy.omitStages)].sort(),
    omitManagedFields: policy.omitManagedFields,
    rule: -1,
  }
  return request => decisions[first(request)] ?? unmatched
}
