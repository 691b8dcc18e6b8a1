import type { Range } from '../../../yaml/range.ts'

interface Placed {
  readonly range: Range
}

/** What is wrong with a number: go-toml looks for it only where it needs the number. `at`: an offset. */
export interface Flaw {
  readonly words: string
  readonly at: number
}

export type TomlValue =
  | ({ readonly is: 'string'; readonly value: string } & Placed)
  | ({ readonly is: 'integer'; readonly value: number; readonly flaw?: Flaw } & Placed)
  | ({ readonly is: 'boolean'; readonly value: boolean } & Placed)
  /** Only looked at for their grammar: nothing that we read is one. */
  | ({ readonly is: 'float' | 'datetime'; readonly flaw?: Flaw } & Placed)
  | ({ readonly is: 'array'; readonly items: readonly TomlValue[] } & Placed)
  | TomlTable

/** A table by header, by dotted key, or inline. `range` is where it is written first: its header, or its key. */
export interface TomlTable extends Placed {
  readonly is: 'table'
  readonly entries: ReadonlyMap<string, TomlEntry>
}

export interface TomlEntry {
  /** The key; of a table, its last word in the header that opens it. */
  readonly key: Range
  readonly value: TomlValue
}

/** Why a text is no TOML, in the words of go-toml. `at`: an offset, where go-toml names a row and a column. */
export interface TomlError {
  readonly words: string
  readonly at?: number
  /** Where we see it, when go-toml names no place. */
  readonly range: Range
  /** A limit of ours, not an error of the text. */
  readonly ours?: true
}

/** `before`: what was read until then. go-toml decodes each line before it reads the next. */
export type TomlReading = { readonly root: TomlTable } | { readonly error: TomlError; readonly before: TomlTable }
