import type { Finding } from '../../yaml/finding.ts'
import type { JsonMember, JsonNode } from '../../yaml/go/json.ts'
import type { Path, Range } from '../../yaml/range.ts'
import { nearestName } from '../nearest-name.ts'
import { finding } from './finding-codes.ts'
import type { Shape, Struct } from './oci-shape.ts'

/** What Go's decoder made of a value: exactly one of the four parts, by its shape. A part that is missing is Go's zero value. */
export interface Decoded {
  readonly range: Range
  readonly keyRange?: Range
  readonly text?: string
  readonly number?: bigint
  readonly items?: readonly Decoded[]
  readonly fields?: Readonly<Record<string, Decoded>>
}

interface Place {
  readonly path: Path
  /** The innermost Go struct and the fields that lead to here, for Go's own message. */
  readonly struct?: string
  readonly field: string
  readonly findings: Finding[]
}

/** Decodes into the OCI struct by the rules of Go's `encoding/json`: what does not fit is reported, what fits is kept. */
export function decode(node: JsonNode, shape: Shape, findings: Finding[]): Decoded {
  return decodeValue(node, shape, undefined, { path: [], field: '', findings })
}

function decodeValue(node: JsonNode, shape: Shape, before: Decoded | undefined, place: Place): Decoded {
  const { range } = node
  if (node.kind === 'null') return shape.kind === 'list' || shape.kind === 'number' ? { range } : { ...before, range }
  if (shape.kind === 'text' && node.kind === 'string') return { range, text: node.value }
  if (shape.kind === 'number' && node.kind === 'number') {
    const number = /^\d+$/.test(node.literal) ? BigInt(node.literal) : -1n
    if (number >= 0n && number < 1n << 64n) return { range, number }
  }
  if (shape.kind === 'list' && node.kind === 'array') {
    const items = node.items.map((item, index) =>
      // An array given twice is decoded over the first one, element by element.
      decodeValue(item, shape.of, before?.items?.[index], { ...place, path: [...place.path, index] }),
    )
    return { range, items }
  }
  if (shape.kind === 'struct' && node.kind === 'object') {
    return { range, fields: decodeFields(node.members, shape, before?.fields ?? {}, place) }
  }
  const written = node.kind === 'number' && shape.kind === 'number' ? `number ${node.literal}` : node.kind
  const words =
    place.struct === undefined
      ? `json: cannot unmarshal ${written} into Go value of type ${shape.go}`
      : `json: cannot unmarshal ${written} into Go struct field ${place.struct}.${place.field} of type ${shape.go}`
  const data = { value: written, struct: place.struct, field: place.field, type: shape.go }
  place.findings.push(finding('seccomp-json-type', place.path, range, words, data))
  return { ...before, range }
}

function decodeFields(
  members: readonly JsonMember[],
  shape: Struct,
  before: Readonly<Record<string, Decoded>>,
  place: Place,
): Readonly<Record<string, Decoded>> {
  const fields: Record<string, Decoded> = { ...before }
  const seen = new Set<string>()
  for (const { key, keyRange, value } of members) {
    const name = Object.hasOwn(shape.fields, key) ? key : folded(key, shape)
    const inner = name === undefined ? undefined : shape.fields[name]
    if (name === undefined || inner === undefined) {
      place.findings.push(unknownKey(key, keyRange, shape, place.path))
      continue
    }
    const path = [...place.path, name]
    if (seen.has(name)) {
      const words = `\`${key}\` is written twice. The last one counts. Delete the other.`
      place.findings.push(finding('seccomp-duplicate-key', path, keyRange, words, { key }))
    }
    seen.add(name)
    const field = place.field === '' ? name : `${place.field}.${name}`
    const decoded = decodeValue(value, inner, fields[name], { ...place, path, struct: shape.name, field })
    fields[name] = { ...decoded, keyRange }
  }
  return fields
}

/** Go takes a key in any case; the letters ſ and K (Kelvin) count as s and k. */
function folded(key: string, shape: Struct): string | undefined {
  const fold = (text: string) => text.replaceAll('ſ', 's').replaceAll('\u212a', 'k').toLowerCase()
  return Object.keys(shape.fields).find(name => fold(name) === fold(key))
}

function unknownKey(key: string, range: Range, shape: Struct, path: Path): Finding {
  const docker = Object.hasOwn(shape.docker, key) ? shape.docker[key] : undefined
  if (docker !== undefined) {
    const words = `\`${key}\` belongs to Docker's own format, and containerd ignores it. ${docker}`
    return finding('seccomp-docker-key', [...path, key], range, words, { key })
  }
  const meant = nearestName(key, Object.keys(shape.fields))
  const remedy = meant === undefined ? 'Delete it.' : `Did you mean \`${meant}\`?`
  const words = `Unknown key \`${key}\`: it is ignored. ${remedy}`
  return finding('seccomp-unknown-key', [...path, key], range, words, { key, ...(meant !== undefined && { meant }) })
}
