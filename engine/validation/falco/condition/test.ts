import type { FalcoEvent, FieldValue } from '../event.ts'
import type { FieldType, UsedField } from '../fields.ts'
import type { FalcoCode } from '../load/codes.ts'
import type { CheckNode, Operand } from './syntax.ts'

/** Whether a condition holds for an event; undefined when that hangs on something that nobody told. */
export type Test = (event: FalcoEvent) => boolean | undefined

/** A fault that Falco refuses a condition for. `at` is the part that is at fault, `check` what Falco's own place is. */
export interface ConditionFault {
  readonly code: FalcoCode
  readonly message: string
  readonly at: { readonly start: number; readonly end: number; readonly source: CheckNode['source'] }
  readonly check: { readonly start: number; readonly source: CheckNode['source'] }
  readonly data?: Readonly<Record<string, unknown>>
}

/** What a check asks about, with its type. */
export interface Subject {
  readonly node: Operand
  readonly type: FieldType
  readonly isList: boolean
  /** The field that Falco names when it speaks of this: the innermost one. */
  readonly base: string
  /** The field, when no transformer stands around it. */
  readonly field?: UsedField
  /** The value; undefined when the event does not tell. */
  readonly get: (event: FalcoEvent) => FieldValue | undefined
}

/** A transformer's argument may also be a list of them. */
export function isSubject(made: Subject | readonly Subject[]): made is Subject {
  return 'get' in made
}
