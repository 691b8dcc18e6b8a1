import { compileAuditPolicy } from '#engine/validation/audit-policy/evaluate.ts'
import { eventsFor } from '#engine/validation/audit-policy/events.ts'
import { describeRequest, explainDecision } from '#engine/validation/audit-policy/explain.ts'
import type { AuditPolicy } from '#engine/validation/audit-policy/policy.ts'
import type { AuditRequest } from '#engine/validation/audit-policy/request.ts'
import { linesIn } from '#engine/yaml/place.ts'

/** A policy that was read beforehand, so that the page needs no YAML. Lines count from 1, both included. */
export interface TriedPolicy {
  readonly policy: AuditPolicy
  readonly lines: readonly (readonly [number, number])[]
}

/** What becomes of a request, in words. */
export interface RequestVerdict {
  /** "get secrets/db by jane in prod" */
  readonly request: string
  readonly level: string
  /** "ResponseStarted, ResponseComplete" */
  readonly stages: string
  readonly by: string
  /** Why each rule before the deciding one did not match. */
  readonly passedOver: readonly string[]
  /** The deciding rule's lines. */
  readonly lit?: readonly [number, number]
}

/** A policy that was read, with the lines that its rules stand on. */
export function triedPolicy(policy: AuditPolicy, text: string): TriedPolicy {
  const linesOf = linesIn(text)
  const lines = policy.rules.map(({ range }): readonly [number, number] => {
    const { line, endLine } = range ? linesOf(range) : { line: 0, endLine: 0 }
    return [line, endLine]
  })
  return { policy, lines }
}

/** Asks the policy about one request. */
export function decideRequest({ policy, lines }: TriedPolicy, request: AuditRequest): RequestVerdict {
  const decision = compileAuditPolicy(policy)(request)
  const { passedOver } = explainDecision(policy, request, decision)
  const stages = eventsFor(decision, request)
  const lit = lines[decision.rule]
  return {
    request: describeRequest(request),
    level: decision.level === 'None' ? 'not at all' : decision.level,
    stages: stages.length > 0 ? stages.join(', ') : 'none',
    by: lit
      ? `rule ${decision.rule + 1}, lines ${lit[0]} to ${lit[1]}${decision.level === 'None' ? ', with level None' : ''}`
      : 'no rule. A request that no rule matches is not logged.',
    passedOver: passedOver.map(({ why }) => why),
    ...(lit && { lit }),
  }
}
