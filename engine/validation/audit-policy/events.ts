import type { AuditDecision } from './evaluate.ts'
import type { Stage } from './policy.ts'
import type { AuditRequest } from './request.ts'

/** The stages at which a request that ends normally is written, in order. Empty when nothing is logged. */
export function eventsFor(_decision: AuditDecision, _request: AuditRequest): readonly Stage[] {
  return []
}
