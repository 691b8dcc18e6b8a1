import { goQuoted } from '../../yaml/go/go-quoted.ts'
import type { Path } from '../../yaml/range.ts'
import type { FieldPath } from './field-path.ts'
import { goJson } from './go-print.ts'

/** What Kubernetes calls the type of an error, beside the `reason` that a Status lists it with. */
const reasons = {
  'Required value': 'FieldValueRequired',
  'Invalid value': 'FieldValueInvalid',
  'Unsupported value': 'FieldValueNotSupported',
  'Not found': 'FieldValueNotFound',
  'Duplicate value': 'FieldValueDuplicate',
  Forbidden: 'FieldValueForbidden',
  'Too long': 'FieldValueTooLong',
  'Too short': 'FieldValueTooShort',
  'Too many': 'FieldValueTooMany',
  'Internal error': 'InternalError',
} as const

type Type = keyof typeof reasons

/** One thing that validation finds wrong with a field. */
export interface FieldError {
  /** Where it is pointed at in the document. */
  readonly path: Path
  /** The field as Kubernetes prints it. */
  readonly field: string
  /** `FieldValueInvalid`: what stands under `details.causes[].reason` of a Status. */
  readonly reason: (typeof reasons)[Type] | 'FieldValueTypeInvalid'
  /** `Invalid value: "Runsc": …`: what stands under `details.causes[].message`. */
  readonly body: string
  /** The whole line: `handler: Invalid value: "Runsc": …`. */
  readonly message: string
}

/**
 * The value of a field as Kubernetes 1.35 prints it: Go's own strings quoted as `%q` does, numbers (but Go's `int`) and
 * booleans plain, everything else as JSON. Strings of a named Go type are JSON too: give those as `inJson(text)`.
 */
export type Shown = string | number | bigint | boolean | { readonly json: string }

/** A value that is printed as JSON: of a named string type, a list, a struct (object), a map (Map), nil (undefined). */
export function inJson(value: unknown): Shown {
  return { json: goJson(value) }
}

export function required(at: FieldPath, detail = ''): FieldError {
  return error(at, 'Required value', undefined, detail)
}

export function invalid(at: FieldPath, value: Shown, detail: string): FieldError {
  return error(at, 'Invalid value', value, detail)
}

/** `invalid` for a value of another type than the field's. */
export function typeInvalid(at: FieldPath, value: Shown, detail: string): FieldError {
  return { ...invalid(at, value, detail), reason: 'FieldValueTypeInvalid' }
}

/** `supported` in the order in which Kubernetes prints them: mostly sorted, which the caller sees to. */
export function notSupported(at: FieldPath, value: Shown, supported: readonly string[]): FieldError {
  const detail = supported.length > 0 ? `supported values: ${supported.map(goQuoted).join(', ')}` : ''
  return error(at, 'Unsupported value', value, detail)
}

export function notFound(at: FieldPath, value: Shown): FieldError {
  return error(at, 'Not found', value, '')
}

export function duplicate(at: FieldPath, value: Shown): FieldError {
  return error(at, 'Duplicate value', value, '')
}

export function forbidden(at: FieldPath, detail: string): FieldError {
  return error(at, 'Forbidden', undefined, detail)
}

/** `most` in bytes; the value itself is not printed. */
export function tooLong(at: FieldPath, most: number, unit: 'bytes' | 'characters' = 'bytes'): FieldError {
  return error(at, 'Too long', undefined, `may not be more than ${most} ${most === 1 ? unit.slice(0, -1) : unit}`)
}

/** `least` in characters. */
export function tooShort(at: FieldPath, least: number): FieldError {
  const unit = least === 1 ? 'character' : 'characters'
  return error(at, 'Too short', undefined, `must be at least ${least} ${unit}`)
}

export function tooMany(at: FieldPath, count: number, most: number): FieldError {
  return error(at, 'Too many', count, `must have at most ${most} ${most === 1 ? 'item' : 'items'}`)
}

export function internal(at: FieldPath, why: string): FieldError {
  return error(at, 'Internal error', undefined, why)
}

/** One error for each complaint about a value: `every(at, name, subdomainErrors(name))`. */
export function every(at: FieldPath, value: Shown, complaints: readonly string[]): readonly FieldError[] {
  return complaints.map(complaint => invalid(at, value, complaint))
}

/** Several errors in one sentence: equal ones once, several in brackets. */
export function aggregate(messages: readonly string[]): string {
  const different = [...new Set(messages)]
  return different.length === 1 ? (different[0] ?? '') : `[${different.join(', ')}]`
}

/** The message of a 422. `kind` with its group: `Pod`, `RuntimeClass.node.k8s.io`. */
export function isInvalid(kind: string, name: string, errors: readonly FieldError[]): string {
  return `${kind} ${goQuoted(name)} is invalid: ${aggregate(errors.map(({ message }) => message))}`
}

function error({ path, field }: FieldPath, type: Type, value: Shown | undefined, detail: string): FieldError {
  const shown = value === undefined ? [] : [printed(value)]
  const body = [type, ...shown, ...(detail === '' ? [] : [detail])].join(': ')
  return { path, field, reason: reasons[type], body, message: `${field === '' ? '<nil>' : field}: ${body}` }
}

function printed(value: Shown): string {
  if (typeof value === 'string') return goQuoted(value)
  return typeof value === 'object' ? value.json : String(value)
}
