import type { Range } from '../../yaml/range.ts'
import type { AuditPolicy, Level, Stage } from './policy.ts'
import type { AuditRequest } from './request.ts'

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

/** Compiles a policy once into a function that decides many requests. */
export function compileAuditPolicy(policy: AuditPolicy): (request: AuditRequest) => AuditDecision {
  return () => ({
    level: 'None',
    omitStages: policy.omitStages,
    omitManagedFields: policy.omitManagedFields,
    rule: -1,
  })
}
