import type { Range } from '../range.ts'
import { byBytes } from './by-bytes.ts'
import type { Entry, Value } from './decode.ts'
import { floatInJson, shortFloat } from './go-number.ts'
import { goSyntax } from './go-syntax.ts'
import { type JsonNode, wellFormed } from './json.ts'
import { keyName } from './key-name.ts'
import { Refused } from './refused.ts'

/**
 * A decoded document as JSON, as sigs.k8s.io/yaml makes it: keys become strings and are sorted. Throws a refusal where
 * JSON has no such thing.
 */
export function toJson(value: Value): JsonNode {
  // Go finds keys that are no strings first, in the whole document, and writes afterwards.
  return written(withTextKeys(value))
}

type Textual =
  | Exclude<Value, { readonly kind: 'list' | 'map' }>
  | { readonly kind: 'list'; readonly items: readonly Textual[]; readonly range: Range }
  | {
      readonly kind: 'map'
      readonly members: readonly { readonly key: string; readonly keyRange: Range; readonly value: Textual }[]
      readonly range: Range
    }

function withTextKeys(value: Value): Textual {
  const { range } = value
  if (value.kind === 'list') return { kind: 'list', items: value.items.map(withTextKeys), range }
  if (value.kind !== 'map') return value
  const members = new Map<string, { readonly key: string; readonly keyRange: Range; readonly value: Textual }>()
  for (const entry of value.entries.values()) {
    const key = keyText(entry)
    members.set(key, { key, keyRange: entry.keyRange, value: withTextKeys(entry.value) })
  }
  return { kind: 'map', members: [...members.values()].sort((a, b) => byBytes(a.key, b.key)), range }
}

function keyText({ key, keyRange, value }: Entry): string {
  const name = keyName(key)
  if (name !== undefined) return name
  const type = key.kind === 'null' ? '%!s(<nil>)' : 'uint64'
  const words = `unsupported map key of type: ${type}, key: ${goSyntax(key)}, value: ${goSyntax(value)}`
  throw new Refused(words, keyRange.start)
}

function written(value: Textual): JsonNode {
  const { range } = value
  switch (value.kind) {
    case 'list':
      return { kind: 'array', items: value.items.map(written), range }
    case 'map': {
      const members = value.members.map(member => ({ ...member, value: written(member.value) }))
      return { kind: 'object', members, range }
    }
    case 'string':
      return { kind: 'string', value: wellFormed(value.value), range }
    case 'float':
      if (!Number.isFinite(value.value))
        throw new Refused(`json: unsupported value: ${shortFloat(value.value)}`, range.start)
      return { kind: 'number', literal: floatInJson(value.value), range }
    case 'int':
    case 'uint':
      return { kind: 'number', literal: String(value.value), range }
    case 'bool':
      return { kind: 'bool', value: value.value, range }
    case 'null':
      return { kind: 'null', range }
  }
}
