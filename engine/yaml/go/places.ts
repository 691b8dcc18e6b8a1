import type { Path, Range } from '../range.ts'
import type { JsonMember, JsonNode } from './json.ts'

/** Where the values of a document stand. */
export interface Places {
  /** The place of a value. */
  rangeOf(path: Path): Range | undefined
  /** The place of the key that a value stands under; undefined for the items of a list. */
  keyRangeOf(path: Path): Range | undefined
  /** The place of a value or, where it is missing, of what it is missing from. */
  nearest(path: Path): Range
}

interface Found {
  readonly node: JsonNode
  readonly key?: Range
}

export function placesIn(root: JsonNode): Places {
  /** Of the objects that were asked for. Of equal keys the last one counts. */
  const known = new Map<JsonNode, ReadonlyMap<string, JsonMember>>()
  const membersOf = (node: Extract<JsonNode, { kind: 'object' }>) => {
    const members = known.get(node) ?? new Map(node.members.map(member => [member.key, member]))
    known.set(node, members)
    return members
  }
  const below = (node: JsonNode, step: string | number): Found | undefined => {
    if (node.kind === 'array') {
      const item = typeof step === 'number' ? node.items[step] : undefined
      return item && { node: item }
    }
    const member = node.kind === 'object' ? membersOf(node).get(String(step)) : undefined
    return member && { node: member.value, key: member.keyRange }
  }
  /** As far as there is something, and how many steps that is. */
  const follow = (path: Path): Found & { readonly steps: number } => {
    let found: Found = { node: root }
    for (const [steps, step] of path.entries()) {
      const next = below(found.node, step)
      if (!next) return { ...found, steps }
      found = next
    }
    return { ...found, steps: path.length }
  }
  const find = (path: Path): Found | undefined => {
    const found = follow(path)
    return found.steps === path.length ? found : undefined
  }
  return {
    rangeOf: path => find(path)?.node.range,
    keyRangeOf: path => find(path)?.key,
    nearest: path => follow(path).node.range,
  }
}
