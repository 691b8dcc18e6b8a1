import type { Mark } from './marks.ts'

/** What the scanner makes of a text, in the words of YAML's specification. */
export type Token = { readonly start: Mark; readonly end: Mark } & (
  | { readonly kind: BareKind }
  | { readonly kind: 'anchor' | 'alias'; readonly name: string }
  /** `handle` is empty where the tag is written out. */
  | { readonly kind: 'tag'; readonly handle: string; readonly suffix: string }
  | { readonly kind: 'scalar'; readonly text: string; readonly plain: boolean }
  | { readonly kind: 'version'; readonly major: number; readonly minor: number }
  | { readonly kind: 'tag-directive'; readonly handle: string; readonly prefix: string }
)

export type BareKind =
  | 'stream-end'
  | 'document-start'
  | 'document-end'
  | 'block-sequence'
  | 'block-mapping'
  | 'block-end'
  | 'flow-sequence'
  | 'flow-sequence-end'
  | 'flow-mapping'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value'
