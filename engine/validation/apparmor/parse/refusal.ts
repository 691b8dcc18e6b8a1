import type { Range } from '../../../yaml/range.ts'
import type { ApparmorCode } from '../finding-codes.ts'
import type { Place } from '../policy.ts'
import { here, type Scanner } from './scanner.ts'

/** Why the parser gives up; it does so at the first thing it cannot take. */
export interface Refusal {
  readonly code: ApparmorCode
  /** As the parser says it, with file and line where it names them. */
  readonly message: string
  readonly data: Readonly<Record<string, unknown>>
  readonly place?: Place
}

/** Carries a refusal up to the reader, which makes a finding of it. It never leaves this folder. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** A refusal at the place where the parser is. `ours`: a limit of this reader, which the parser has no words for. */
export function stop(
  scanner: Scanner,
  code: ApparmorCode,
  words: string,
  data: Readonly<Record<string, unknown>> = {},
  range?: Range,
  ours = false,
): Refused {
  const at = here(scanner)
  const place = range && scanner.frames.length === 1 ? { ...at, range } : at
  const message = ours
    ? words
    : `AppArmor parser error for ${scanner.name} in profile ${at.file} at line ${at.line}: ${words}`
  return new Refused({ code, message, data: { ...data, words }, place })
}

/** A refusal after everything was read: the parser tells no line then. `place` is ours. */
export function refuse(
  code: ApparmorCode,
  message: string,
  place?: Place,
  data: Readonly<Record<string, unknown>> = {},
): Refused {
  return new Refused({ code, message, data, ...(place && { place }) })
}
