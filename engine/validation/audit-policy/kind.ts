import { goQuoted } from '../../yaml/go/go-quoted.ts'
import type { JsonNode } from '../../yaml/go/json.ts'
import type { OtherKind } from './other-types.ts'

/** Which Go type a file asks to be decoded into, or the words with which the API server refuses it. */
export type Kind =
  | { readonly type: 'v1' | 'internal' }
  | {
      readonly refusal: string
      readonly field?: string
      /** It is decoded as this before it is refused. */
      readonly decodedAs?: OtherKind
    }

const group = 'audit.k8s.io'
const otherKinds: readonly OtherKind[] = ['PolicyList', 'Event', 'EventList']
const scheme = 'in scheme "pkg/audit/scheme.go:30"'

/**
 * Finds version and kind as the API server's decoder does: here the case of the two keys does not matter. A missing kind is
 * Policy; a missing group and version are those of the internal type, which decodes and is refused afterwards.
 */
export function kindOf(node: JsonNode): Kind {
  if (node.kind !== 'null' && node.kind !== 'object') {
    const type = String.raw`struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" }`
    return unparsed(`json: cannot unmarshal ${node.kind} into Go value of type ${type}`)
  }
  const found = { apiVersion: '', kind: '' }
  for (const { key, value } of node.kind === 'object' ? node.members : []) {
    const field = (['apiVersion', 'kind'] as const).find(name => name.toLowerCase() === key.toLowerCase())
    if (!field || value.kind === 'null') continue
    if (value.kind !== 'string') {
      const words = `json: cannot unmarshal ${value.kind} into Go struct field .${field} of type string`
      return { ...unparsed(words), field: key }
    }
    found[field] = value.value
  }
  const { apiVersion } = found
  const kind = found.kind || 'Policy'
  const parts = apiVersion.split('/')
  if (parts.length > 2) return { refusal: `unexpected GroupVersion string: ${apiVersion}`, field: 'apiVersion' }
  const [asked, version] = parts.length === 2 ? [parts[0], parts[1]] : ['', apiVersion]
  const internal = (asked === '' && version === '') || (asked === group && version === '')
  if (internal || (asked === group && version === 'v1')) {
    const other = otherKinds.find(known => known === kind)
    if (kind !== 'Policy' && !other) {
      const where = internal ? `the internal version of group "${group}"` : `version "${group}/v1"`
      return { refusal: `no kind ${goQuoted(kind)} is registered for ${where} ${scheme}`, field: 'kind' }
    }
    if (other) {
      const from = internal ? `audit.${kind}` : `v1.${kind}`
      const refusal = `converting (${from}) to (audit.Policy): unknown conversion`
      return { refusal, field: 'kind', ...(!internal && { decodedAs: other }) }
    }
    return { type: internal ? 'internal' : 'v1' }
  }
  const shown = asked === '' ? (version ?? '') : `${asked}/${version}`
  return {
    refusal: `no kind ${goQuoted(kind)} is registered for version ${goQuoted(shown)} ${scheme}`,
    field: 'apiVersion',
  }
}

function unparsed(error: string): { readonly refusal: string } {
  return { refusal: `couldn't get version/kind; json parse error: ${error}` }
}
