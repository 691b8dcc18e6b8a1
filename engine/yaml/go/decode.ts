import { limit } from '../limits.ts'
import type { Path, Range } from '../range.ts'
import { goSyntax } from './go-syntax.ts'
import { keyName } from './key-name.ts'
import type { Collection, Node } from './nodes.ts'
import { Refused } from './refused.ts'
import { type ScalarValue, scalarValue } from './scalar.ts'

/** A document as Go holds it before it becomes JSON. */
export type Value =
  | (ScalarValue & { readonly range: Range })
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly range: Range }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<Identity, Entry>; readonly range: Range }

/** What makes two keys the same. Keys of different types are different: 1, 1.0 and "1". */
type Identity = string | bigint | number | boolean | null

export interface Entry {
  readonly key: ScalarValue
  readonly keyRange: Range
  readonly value: Value
}

/** A key that its map has already. Go refuses it where it decodes strictly; else the last one is taken. */
export interface DuplicateKey {
  /** The line of the value, from 1, which is the one that Go names. */
  readonly line: number
  /** The key as Go prints it. */
  readonly shown: string
  readonly path: Path
  readonly range: Range
  readonly firstRange: Range
}

/** Decodes as yaml.v2 does into an `interface{}`: aliases are written out, `<<` is followed. Throws a refusal. */
export function decode(root: Node): { readonly value: Value; readonly duplicates: readonly DuplicateKey[] } {
  const duplicates: DuplicateKey[] = []
  const following = new Set<Node>()
  let decoded = 0
  let aliased = 0
  /** Of the node that is being decoded. */
  const path: (string | number)[] = []

  const decodeNode = (node: Node, depth: number, into?: Map<Identity, Entry>): Value => {
    decoded++
    if (following.size > 0) aliased++
    if (aliased > 100 && decoded > 1000 && aliased / decoded > allowedShare(decoded))
      throw new Refused('yaml: document contains excessive aliasing', node.start.offset)
    if (aliased > limit.aliased || depth > limit.depth) throw new Refused(tooManyAliases, node.start.offset, true)
    const range = { start: node.start.offset, end: node.end.offset }
    if (node.kind === 'alias') {
      if (following.has(node)) throw new Refused(`yaml: anchor '${node.name}' value contains itself`, range.start)
      following.add(node)
      const value = decodeNode(node.target, depth, into)
      following.delete(node)
      return { ...value, range }
    }
    if (node.kind === 'scalar') return placed(scalarValue(node), range)
    if (node.kind === 'sequence') {
      const items = node.items.map((item, index) => {
        path.push(index)
        const value = decodeNode(item, depth + 1)
        path.pop()
        return value
      })
      return { kind: 'list', items, range }
    }
    const entries = into ?? new Map<Identity, Entry>()
    decodeMapping(node, depth + 1, entries)
    return { kind: 'map', entries, range }
  }

  const decodeMapping = ({ items }: Collection, depth: number, entries: Map<Identity, Entry>) => {
    for (let i = 0; i + 1 < items.length; i += 2) {
      const [keyNode, valueNode] = [items[i], items[i + 1]]
      if (!keyNode || !valueNode) continue
      if (isMerge(keyNode)) {
        merge(valueNode, depth, entries)
        continue
      }
      const key = decodeNode(keyNode, depth)
      if (key.kind === 'map' || key.kind === 'list')
        throw new Refused(`yaml: invalid map key: ${goSyntax(key)}`, key.range.start)
      path.push(keyName(key) ?? '')
      const value = decodeNode(valueNode, depth)
      const name = key.kind === 'null' ? null : key.value
      const before = entries.get(name)
      if (before && !(key.kind === 'float' && Number.isNaN(key.value)))
        duplicates.push({
          line: valueNode.start.line + 1,
          shown: goSyntax(key),
          path: [...path],
          range: key.range,
          firstRange: before.keyRange,
        })
      entries.set(name, { key, keyRange: key.range, value })
      path.pop()
    }
  }

  const merge = (node: Node, depth: number, entries: Map<Identity, Entry>) => {
    const wrong = (at: Node) =>
      new Refused('yaml: map merge requires map or sequence of maps as the value', at.start.offset)
    // Those that come first win, so they come last.
    const sources = node.kind === 'sequence' ? node.items.toReversed() : [node]
    for (const source of sources) {
      const target = source.kind === 'alias' ? source.target : source
      if (target.kind !== 'mapping') throw wrong(source)
      decodeNode(source, depth - 1, entries)
    }
  }

  return { value: decodeNode(root, 0), duplicates }
}

/** Written out: to spread the value takes a multiple of the time, and most values of a document are scalars. */
function placed(scalar: ScalarValue, range: Range): Value {
  switch (scalar.kind) {
    case 'string':
      return { kind: scalar.kind, value: scalar.value, range }
    case 'int':
    case 'uint':
      return { kind: scalar.kind, value: scalar.value, range }
    case 'float':
      return { kind: scalar.kind, value: scalar.value, range }
    case 'bool':
      return { kind: scalar.kind, value: scalar.value, range }
    case 'null':
      return { kind: scalar.kind, range }
  }
}

function isMerge(node: Node): boolean {
  if (node.kind !== 'scalar' || node.text !== '<<') return false
  return node.implicit || node.tag === 'tag:yaml.org,2002:merge'
}

/** How much of a document may come from aliases: nearly all of a small one, a tenth of a large one. */
function allowedShare(decoded: number): number {
  const [low, high] = [400_000, 4_000_000]
  if (decoded <= low) return 0.99
  return decoded >= high ? 0.1 : 0.99 - (0.89 * (decoded - low)) / (high - low)
}

const tooManyAliases = 'Aliases make this document too large. Write out what they stand for, or use fewer.'
