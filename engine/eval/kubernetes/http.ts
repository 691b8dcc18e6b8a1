import { z } from 'zod'
import { type FieldError, isInvalid } from '../../validation/kubernetes/field-error.ts'
import { type Line, present } from '../evaluator.ts'

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
  const body = {
    ...{ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message },
    ...present({ reason, details }),
    code,
  }
  return { response: { status: code, warnings: [], body } }
}

/** A 422. `apiVersion` and `kind` are those of what was sent. */
export function refusedAsInvalid(
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
  name: string,
  errors: readonly FieldError[],
): Line {
  const [group = '', version] = apiVersion.split('/')
  const ofGroup = version === undefined ? {} : { group }
  const causes = errors.map(({ reason, body, field }) => ({ reason, message: body, field: field || '<nil>' }))
  const message = isInvalid(version === undefined ? kind : `${kind}.${group}`, name, errors)
  return refused(422, message, 'Invalid', { ...(name !== '' && { name }), ...ofGroup, kind, causes })
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

/** A kind of objects; `otherVersions` of its group have it too. */
export interface WantedKind {
  readonly apiVersion: string
  readonly kind: string
  readonly otherVersions?: readonly string[]
}

/** Why the API server cannot take a body for this kind of object, from its apiVersion and kind alone. */
export function otherKind(body: unknown, text: string, wanted: WantedKind): string | undefined {
  if (body === undefined || body === null) return undefined
  const unrecognized = (why: string) => unrecognizedBody(wanted.kind, why, text)
  const jsonType = (value: unknown) =>
    typeof value === 'boolean' ? 'bool' : Array.isArray(value) ? 'array' : typeof value
  if (!isObject(body))
    return unrecognized(
      `couldn't get version/kind; json parse error: json: cannot unmarshal ${jsonType(body)} into Go value of type ${typeStruct}`,
    )
  const fields = ['apiVersion', 'kind'] as const
  for (const field of fields) {
    const value: unknown = Reflect.get(body, field)
    if (value === undefined || value === null || typeof value === 'string') continue
    const why = `json: cannot unmarshal ${jsonType(value)} into Go struct field .${field} of type string`
    return unrecognized(`couldn't get version/kind; json parse error: ${why}`)
  }
  const [group] = wanted.apiVersion.split('/')
  const [given, kind] = fields.map(field => String(Reflect.get(body, field) || wanted[field]))
  // A group alone has the version of the URL.
  const apiVersion = given === '/' || given === `${group}/` ? wanted.apiVersion : given
  if (apiVersion === wanted.apiVersion && kind === wanted.kind) return undefined
  if ((apiVersion ?? '').split('/').length > 2) return unrecognized(`unexpected GroupVersion string: ${apiVersion}`)
  if (kind === wanted.kind && wanted.otherVersions?.some(version => apiVersion === `${group}/${version}`))
    return `the API version in the data (${apiVersion}) does not match the expected API version (${wanted.apiVersion})`
  const version = apiVersion?.split('/').at(-1)
  const none = `no kind "${kind}" is registered for version "${apiVersion}" in scheme "pkg/runtime/scheme.go:111"`
  return `${kind} in version "${version}" cannot be handled as a ${wanted.kind}: ${none}`
}

/** What is said of a body whose kind cannot be read. Its beginning is quoted, in hexadecimal where it is no JSON. */
export function unrecognizedBody(kind: string, why: string, body: string): string {
  const bytes = new TextEncoder().encode(body)
  const [first, more] = [bytes.slice(0, shownAtMost), bytes.length > shownAtMost ? ' ...' : '']
  const digits = () => [...first].map(byte => byte.toString(16).padStart(2, '0')).join('')
  const shown = body.startsWith('{') ? new TextDecoder().decode(first) : digits()
  const quoted = body === '' ? 'empty' : `${shown}${more}`
  return `the object provided is unrecognized (must be of type ${kind}): ${why} (${quoted})`
}

/** The type that apiVersion and kind are read into, as Go prints it. */
const typeStruct = String.raw`struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" }`

/** Bytes of a body that an error quotes. */
const shownAtMost = 30
