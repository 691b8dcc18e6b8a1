import type { Path, Range } from '../range.ts'
import type { JsonNode } from './json.ts'

/** Where the values of a document stand. */
export interface Places {
  /** The place of a value. */
  rangeOf(path: Path): Range | undefined
  /** The place of the key that a value stands under; undefined for the items of a list. */
  keyRangeOf(path: Path): Range | undefined
  /** The place of a value or, where it is missing, of what it is missing from. */
  nearest(path: Path): Range
}

export function placesIn(root: JsonNode): Places {
  const find = (path: Path): { readonly node: JsonNode; readonly key?: Range } | undefined => {
    let found: { readonly node: JsonNode; readonly key?: Range } = { node: root }
    for (const step of path) {
      const next = below(found.node, step)
      if (!next) return undefined
      found = next
    }
    return found
  }
  const rangeOf = (path: Path) => find(path)?.node.range
  return {
    rangeOf,
    keyRangeOf: path => find(path)?.key,
    nearest(path) {
      for (let length = path.length; length > 0; length--) {
        const range = rangeOf(path.slice(0, length))
        if (range) return range
      }
      return root.range
    },
  }
}

function below(node: JsonNode, step: string | number): { readonly node: JsonNode; readonly key?: Range } | undefined {
  if (node.kind === 'array') {
    const item = typeof step === 'number' ? node.items[step] : undefined
    return item && { node: item }
  }
  // Of equal keys the last one counts.
  const member = node.kind === 'object' ? node.members.findLast(({ key }) => key === String(step)) : undefined
  return member && { node: member.value, key: member.keyRange }
}
