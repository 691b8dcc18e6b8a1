import type { Mark } from './marks.ts'

/** A document as Go's yaml.v2 has it before it decodes. */
export type Node = Scalar | Collection | Alias

interface Placed {
  readonly start: Mark
  readonly end: Mark
}

export interface Scalar extends Placed {
  readonly kind: 'scalar'
  readonly text: string
  /** Written out: `tag:yaml.org,2002:int`; `!` alone; empty where there is none. */
  readonly tag: string
  /** Its type is to be found from its text: it has no quotes, or the tag `!`. */
  readonly implicit: boolean
}

export interface Collection extends Placed {
  readonly kind: 'sequence' | 'mapping'
  /** Of a mapping, keys and values take turns. */
  readonly items: readonly Node[]
}

export interface Alias extends Placed {
  readonly kind: 'alias'
  readonly name: string
  readonly target: Node
}
