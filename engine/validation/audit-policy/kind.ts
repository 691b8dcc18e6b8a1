import { isMap, jsonKind } from './go-decode.ts'

/** Which Go type a file asks to be decoded into, or the words with which the API server refuses it. */
export type Kind = { readonly type: 'v1' | 'internal' } | { readonly refusal: string; readonly field?: string }

const group = 'audit.k8s.io'
const kinds = ['Policy', 'PolicyList', 'Event', 'EventList']
const scheme = 'in scheme "pkg/audit/scheme.go:30"'

/**
 * Finds version and kind as the API server's decoder does: here the case of the two keys does not matter. A missing kind is Policy; a missing group and version are those
 * of the internal type, which decodes and is refused afterwards.
 */
export function kindOf(value: unknown, order: (keys: readonly string[]) => readonly string[]): Kind {
  if (value !== null && !isMap(value)) {
    const type = String.raw`struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" }`
    return unparsed(`json: cannot unmarshal ${jsonKind(value)} into Go value of type ${type}`)
  }
  const found = { apiVersion: '', kind: '' }
  for (const key of order(Object.keys(value ?? {}))) {
    const field = (['apiVersion', 'kind'] as const).find(name => name.toLowerCase() === key.toLowerCase())
    const given = value?.[key] ?? null
    if (!field || given === null) continue
    if (typeof given !== 'string')
      return {
        ...unparsed(`json: cannot unmarshal ${jsonKind(given)} into Go struct field .${field} of type string`),
        field: key,
      }
    found[field] = given
  }
  const { apiVersion } = found
  const kind = found.kind || 'Policy'
  const parts = apiVersion.split('/')
  if (parts.length > 2) return { refusal: `unexpected GroupVersion string: ${apiVersion}`, field: 'apiVersion' }
  const [asked, version] = parts.length === 2 ? [parts[0], parts[1]] : ['', apiVersion]
  const internal = (asked === '' && version === '') || (asked === group && version === '')
  if (internal || (asked === group && version === 'v1')) {
    if (!kinds.includes(kind)) {
      const where = internal ? `the internal version of group "${group}"` : `version "${group}/v1"`
      return { refusal: `no kind "${kind}" is registered for ${where} ${scheme}`, field: 'kind' }
    }
    if (kind !== 'Policy') {
      const from = internal ? `audit.${kind}` : `v1.${kind}`
      return { refusal: `converting (${from}) to (audit.Policy): unknown conversion`, field: 'kind' }
    }
    return { type: internal ? 'internal' : 'v1' }
  }
  const shown = asked === '' ? version : `${asked}/${version}`
  return { refusal: `no kind "${kind}" is registered for version "${shown}" ${scheme}`, field: 'apiVersion' }
}

function unparsed(error: string): { readonly refusal: string } {
  return { refusal: `couldn't get version/kind; json parse error: ${error}` }
}
