import { isMap, isSeq, type ParsedNode } from 'yaml'
import type { Range } from './range.ts'

/** Where a node's own text stands; a block's ends with its last value, not with the comments behind it. */
export function placeOf(node: ParsedNode): Range {
  return { start: node.range[0], end: endOf(node) }
}

function endOf(node: ParsedNode): number {
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1)
    if (last) return endOf(last.value ?? last.key)
  }
  if (isSeq(node) && !node.flow) {
    const last = node.items.at(-1)
    if (last) return endOf(last)
  }
  return node.range[1]
}
