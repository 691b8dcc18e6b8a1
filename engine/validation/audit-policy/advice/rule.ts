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

export type Decide = (request: AuditRequest) => AuditDecision

/** `decide` is the policy, compiled. */
export type Advise = (policy: AuditPolicy, decide: Decide) => readonly Advice[]

export type Place = (path: Path) => Range | undefined
