import { z } from 'zod'
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

export function accepted(status: 200 | 201, body: Line): Line {
  return { response: { status, warnings: [], body } }
}

export function refused(code: number, message: string, reason?: string, details?: Line): Line {
  const body = {
    ...{ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message },
    ...present({ reason, details }),
    code,
  }
  return { response: { status: code, warnings: [], body } }
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

/** Why the API server cannot take a body for this kind of object, from its apiVersion and kind alone. */
export function otherKind(body: unknown, text: string, wanted: { readonly apiVersion: string; readonly kind: string }) {
  if (typeof body !== 'object' || body === null) return undefined
  const fields = ['apiVersion', 'kind'] as const
  for (const field of fields) {
    const value: unknown = Reflect.get(body, field)
    if (value === undefined || value === null || typeof value === 'string') continue
    const type = typeof value === 'boolean' ? 'bool' : Array.isArray(value) ? 'array' : typeof value
    const why = `json: cannot unmarshal ${type} into Go struct field .${field} of type string`
    const shown = text.length > shownAtMost ? `${text.slice(0, shownAtMost)} ...` : text
    return `the object provided is unrecognized (must be of type ${wanted.kind}): couldn't get version/kind; json parse error: ${why} (${shown})`
  }
  const [apiVersion, kind] = fields.map(field => String(Reflect.get(body, field) || wanted[field]))
  if (apiVersion === wanted.apiVersion && kind === wanted.kind) return undefined
  if (kind === wanted.kind && apiVersion?.split('/')[0] === wanted.apiVersion.split('/')[0])
    return `the API version in the data (${apiVersion}) does not match the expected API version (${wanted.apiVersion})`
  const version = apiVersion?.split('/').at(-1)
  const none = `no kind "${kind}" is registered for version "${apiVersion}" in scheme "pkg/runtime/scheme.go:111"`
  return `${kind} in version "${version}" cannot be handled as a ${wanted.kind}: ${none}`
}

/** The beginning of a body that an error quotes. */
const shownAtMost = 30
