import { type FieldError, isInvalid } from '../../validation/kubernetes/field-error.ts'

/** What the API server answers: the status, the texts of the `Warning` headers, and the object or Status in the body. */
export interface Answer {
  readonly status: number
  readonly warnings: readonly string[]
  readonly body: Readonly<Record<string, unknown>>
  /** What plugins note of the request for the audit log; missing where they note nothing. */
  readonly auditAnnotations?: Readonly<Record<string, string>>
}

type Details = Readonly<Record<string, unknown>>

/** A Status that refuses. */
export function refusal(code: number, message: string, reason?: string, details?: Details): Answer {
  const said = { ...(reason !== undefined && { reason }), ...(details && { details }) }
  const body = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, ...said, code }
  return { status: code, warnings: [], body }
}

/** A 422. `apiVersion` and `kind` are those of what was sent. */
export function refusalAsInvalid(
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
  name: string,
  errors: readonly FieldError[],
): Answer {
  const [group = '', version] = apiVersion.split('/')
  const ofGroup = version === undefined ? {} : { group }
  const causes = errors.map(({ reason, body, field }) => ({ reason, message: body, field: field || '<nil>' }))
  const message = isInvalid(version === undefined ? kind : `${kind}.${group}`, name, errors)
  return refusal(422, message, 'Invalid', { ...(name !== '' && { name }), ...ofGroup, kind, causes })
}
