import type { Severity } from '../../../yaml/finding.ts'
import type { Path, Range } from '../../../yaml/range.ts'
import type { AuditDecision } from '../evaluate.ts'
import type { AuditPolicy } from '../policy.ts'
import type { AuditRequest } from '../request.ts'

/** Something that a person should know: a finding without its range. */
export interface Advice {
  readonly code: string
  /** A warning where nothing is said. */
  readonly severity?: Exclude<Severity, 'error'>
  readonly path: Path
  readonly message: string
  readonly data?: Readonly<Record<string, unknown>>
}

/** A policy, compiled, and asked about so many requests at most. */
export interface Decide {
  (request: AuditRequest): AuditDecision
  /** Whether so many more may be asked about, which are then counted. */
  readonly mayAsk: (requests: number) => boolean
}

/** `decide` is the policy, compiled. */
export type Advise = (policy: AuditPolicy, decide: Decide) => readonly Advice[]

export type Place = (path: Path) => Range | undefined
