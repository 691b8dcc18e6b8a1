import type { Mark } from './marks.ts'

/**
 * A document's parts. An alias is the very node that its anchor names, so nodes can have several parents; they are never
 * their own. Scalars are text: what a reader makes of them is its own affair.
 */
export type CppNode = CppScalar | CppSequence | CppMap | CppNull

interface Node {
  readonly mark: Mark
  /** The offset behind its last character. */
  readonly end: number
}

export interface CppNull extends Node {
  readonly kind: 'null'
}

export interface CppScalar extends Node {
  readonly kind: 'scalar'
  readonly text: string
}

export interface CppSequence extends Node {
  readonly kind: 'sequence'
  readonly items: readonly CppNode[]
}

export interface CppMap extends Node {
  readonly kind: 'map'
  /** In the order of the text. Of equal keys all are there, and the first counts. */
  readonly entries: readonly CppEntry[]
}

export interface CppEntry {
  readonly key: CppNode
  readonly value: CppNode
}

/** What a map has under a key: of equal keys the first. */
export function entryOf({ entries }: CppMap, name: string): CppEntry | undefined {
  return entries.find(({ key }) => key.kind === 'scalar' && key.text === name)
}
