import type { Mark } from '../../../yaml/cpp/marks.ts'
import type { CppMap, CppNode } from '../../../yaml/cpp/nodes.ts'
import type { MappedText, Place } from '../mapped-text.ts'
import type { RuleFile } from '../rule-set.ts'
import { scalarText } from '../scalar-text.ts'

/** YAML as Falco sees it: every scalar is text, nothing is a number yet. */
export type Raw = RawScalar | RawMap | RawSequence | RawNull

interface Placed {
  readonly place: Place
  readonly mark: Mark
}

export interface RawNull extends Placed {
  readonly kind: 'null'
}

export interface RawScalar extends Placed {
  readonly kind: 'scalar'
  readonly text: string
  /** The text with the places of its words. */
  mapped(): MappedText
}

export interface RawMap extends Placed {
  readonly kind: 'map'
  /** Of equal keys the first. */
  readonly entries: ReadonlyMap<string, RawEntry>
  /** All of them, in the order of the file. */
  readonly all: readonly RawEntry[]
}

export interface RawEntry {
  /** As text; of a key without one, `null`. */
  readonly name: string
  readonly key: Raw
  readonly value: Raw
}

export interface RawSequence extends Placed {
  readonly kind: 'sequence'
  readonly items: readonly Raw[]
}

/** Brings nodes into the shape that items are read from. What aliases name is shared. */
export function rawOf(document: CppNode, { name: file, text: source }: RuleFile): Raw {
  const known = new Map<CppNode, Raw>()
  const build = (node: CppNode): Raw => {
    const before = known.get(node)
    if (before) return before
    const raw = buildNew(node)
    known.set(node, raw)
    return raw
  }
  const buildNew = (node: CppNode): Raw => {
    const { mark } = node
    const place: Place = { file, start: mark.offset, end: endOf(node, source) }
    switch (node.kind) {
      case 'null':
        return { kind: 'null', mark, place }
      case 'sequence':
        return { kind: 'sequence', mark, place, items: node.items.map(build) }
      case 'map':
        return { kind: 'map', mark, place, ...entriesOf(node, build) }
      case 'scalar': {
        const { text } = node
        let mapped: MappedText | undefined
        return {
          ...{ kind: 'scalar', mark, place, text },
          mapped() {
            mapped ??= scalarText(text, source, place, file)
            return mapped
          },
        }
      }
    }
  }
  return build(document)
}

function entriesOf({ entries }: CppMap, build: (node: CppNode) => Raw) {
  const all = entries.map(({ key, value }) => ({
    name: key.kind === 'scalar' ? key.text : 'null',
    key: build(key),
    value: build(value),
  }))
  const first = new Map<string, RawEntry>()
  for (const entry of all) if (entry.key.kind === 'scalar' && !first.has(entry.name)) first.set(entry.name, entry)
  return { all, entries: first }
}

/** Scalars and maps end where their last line does: blank space behind them is not theirs. */
function endOf({ mark, end }: CppNode, source: string): number {
  let at = Math.max(end, mark.offset)
  while (at > mark.offset && /\s/.test(source.charAt(at - 1))) at--
  return at
}
