import { z } from 'zod'
import { type Answer, refusal, refusalAsInvalid } from '../../cluster/api/answer.ts'
import type { FieldError } from '../../validation/kubernetes/field-error.ts'
import type { Line } from '../evaluator.ts'

/** A recorded exchange with the API server, as far as it asks. */
export const exchange = z.object({
  setup: z.array(z.unknown()),
  request: z.object({ method: z.string(), path: z.string(), body: z.unknown().optional() }),
})

/** What a request sends: text as it is, an object as JSON. */
export function bodyText(body: unknown): string {
  return typeof body === 'string' ? body : (JSON.stringify(body) ?? '')
}

export function accepted(status: 200 | 201, body: Line, warnings: readonly string[] = []): Line {
  return { response: { status, warnings, body } }
}

export function refused(code: number, message: string, reason?: string, details?: Line): Line {
  return answered(refusal(code, message, reason, details))
}

/** A 422. `apiVersion` and `kind` are those of what was sent. */
export function refusedAsInvalid(
  kind: { readonly apiVersion: string; readonly kind: string },
  name: string,
  errors: readonly FieldError[],
): Line {
  return answered(refusalAsInvalid(kind, name, errors))
}

/** An answer of the API server as a recorded exchange has it. */
export function answered({ status, warnings, body }: Answer): Line {
  return { response: { status, warnings, body } }
}

/** RFC 7396: null takes a field away, objects are merged, everything else replaces. */
export function merged(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const fields: Record<string, unknown> = isObject(target) ? { ...target } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete fields[key]
    else fields[key] = merged(fields[key], value)
  }
  return fields
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const reasons: Readonly<Record<string, string>> = {
  'Invalid value': 'FieldValueInvalid',
  'Required value': 'FieldValueRequired',
  'Unsupported value': 'FieldValueNotSupported',
  'Duplicate value': 'FieldValueDuplicate',
  Forbidden: 'FieldValueForbidden',
}

/** An error of validation, `field: type: …`, as a Status lists it. */
export function causeOf(error: string): Line {
  const cut = error.indexOf(': ')
  const message = error.slice(cut + 2)
  const type = Object.keys(reasons).find(it => message.startsWith(it))
  return { reason: type && reasons[type], message, field: error.slice(0, cut) }
}
