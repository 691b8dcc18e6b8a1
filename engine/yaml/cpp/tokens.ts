import type { Mark } from './marks.ts'

export type TokenType =
  | 'directive'
  | 'document-start'
  | 'document-end'
  | 'block-sequence-start'
  | 'block-map-start'
  | 'block-sequence-end'
  | 'block-map-end'
  | 'block-entry'
  | 'flow-sequence-start'
  | 'flow-map-start'
  | 'flow-sequence-end'
  | 'flow-map-end'
  | 'flow-entry'
  | 'key'
  | 'value'
  | 'anchor'
  | 'alias'
  | 'tag'
  | 'plain-scalar'
  | 'other-scalar'

export interface Token {
  readonly type: TokenType
  readonly mark: Mark
  /** The offset behind its last character. */
  readonly end: number
  readonly value: string
  readonly params: readonly string[]
  /** What may be a key is so only when its colon was seen. */
  status: 'valid' | 'invalid' | 'unverified'
}
