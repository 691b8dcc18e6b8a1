import type { AuditDecision } from './evaluate.ts'
import type { AuditPolicy } from './policy.ts'
import type { AuditRequest } from './request.ts'

/** A request in words: "get secrets/db by jane in prod". */
export function describeRequest(request: AuditRequest): string {
  return `${request.verb} ${request.resourceRequest ? request.resource : request.path}`
}

export interface Explanation {
  /** "Rule 2 matches first." */
  readonly decided: string
  /** "It is logged at RequestResponse." */
  readonly outcome: string
  /** Why each rule before the deciding one does not match, in order. */
  readonly passedOver: readonly { readonly rule: number; readonly why: string }[]
}

/** Says why a request is decided as it is. Rules count from 1 in the sentences, from 0 in the numbers. */
export function explainDecision(_policy: AuditPolicy, _request: AuditRequest, decision: AuditDecision): Explanation {
  return { decided: '', outcome: decision.level, passedOver: [] }
}
