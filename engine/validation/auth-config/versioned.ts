import type { JsonNode } from '../../yaml/go/json.ts'
import type { GoType } from '../kubernetes/decode.ts'

/**
 * A type that is the same in all versions but for its name: errors say `v1beta1.Issuer` where the document says
 * `apiserver.config.k8s.io/v1beta1`.
 */
export function versioned<T>(typeOf: (version: string) => GoType<T>): GoType<T> {
  const types = new Map(['v1', 'v1beta1', 'v1alpha1'].map(version => [version, typeOf(version)]))
  const usual = typeOf('v1')
  return {
    ...usual,
    read: (node, place, decoding, before) => (types.get(versionOf(node)) ?? usual).read(node, place, decoding, before),
  }
}

function versionOf(node: JsonNode): string {
  if (node.kind !== 'object') return ''
  const written = node.members.findLast(({ key }) => key.toLowerCase() === 'apiversion')?.value
  return written?.kind === 'string' ? (written.value.split('/').at(-1) ?? '') : ''
}
