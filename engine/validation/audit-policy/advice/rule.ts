import type { Path, Range } from '../../../yaml/range.ts'
import type { AuditPolicy } from '../policy.ts'

/** Something that a person should know: a warning without its range. */
export interface Advice {
  readonly code: string
  readonly path: Path
  readonly message: string
  readonly data?: Readonly<Record<string, unknown>>
}

export type Advise = (policy: AuditPolicy) => readonly Advice[]

export type Place = (path: Path) => Range | undefined
