import type { ConfigRefusal } from '../flags/configs/config-document.ts'
import type { FieldError } from '../kubernetes/field-error.ts'
import { aggregate } from '../kubernetes/field-error.ts'

/** What kube-apiserver makes of a file that says who may come, or who decides. */
export type AuthDecision<T> =
  | { readonly is: 'taken'; readonly value: T }
  | AuthRefusal
  /** Something in the file is not known here: a sentence. */
  | { readonly is: 'undecided'; readonly undecided: string }

export interface AuthRefusal {
  readonly is: 'refused'
  /** As the server prints it. */
  readonly words: string
  /** What decided: fields that are wrong, in the server's order. Empty where the file could not be decoded. */
  readonly fields: readonly FieldError[]
  /** What decided, where the file could not be decoded. */
  readonly decoding?: ConfigRefusal
  /** Something else in the file is not known here, so `words` may lack a part. */
  readonly partly?: string
}

/** What validation finds: errors in the server's order, and what could not be told. */
export interface Judgement {
  readonly errors: readonly FieldError[]
  readonly unknown?: string
}

/** The decision that follows from what was found; `before` stands in front of the errors. */
export function decided<T>(value: T, { errors, unknown }: Judgement, before = ''): AuthDecision<T> {
  const words = `${before}${aggregate(errors.map(({ message }) => message))}`
  if (errors.length > 0)
    return { is: 'refused', words, fields: errors, ...(unknown !== undefined && { partly: unknown }) }
  return unknown === undefined ? { is: 'taken', value } : { is: 'undecided', undecided: unknown }
}

/** A refusal in a sentence, without a field that would be wrong. */
export function refusedAs(words: string, decoding?: ConfigRefusal): AuthRefusal {
  return { is: 'refused', words, fields: [], ...(decoding && { decoding }) }
}

/** Collects judgements in their order. */
export function together(...parts: readonly Judgement[]): Judgement {
  const unknown = parts.find(part => part.unknown !== undefined)?.unknown
  return { errors: parts.flatMap(({ errors }) => errors), ...(unknown !== undefined && { unknown }) }
}
