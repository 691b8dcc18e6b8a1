import type { Path } from '../yaml/range.ts'

/**
 * What may stand at a place of a file, in our own words. It is for people who ask while they type: hover texts and
 * completion. What is right or wrong is the readers' to say, never this.
 */
export interface Field {
  readonly says: string
  /** The value is a map with these keys. */
  readonly keys?: Readonly<Record<string, Field>>
  /** The value is a map with keys that people choose: what stands under each that is not in `keys`. */
  readonly others?: Field
  /** The value is a list of these. */
  readonly items?: Field
  /** Values that are known; a person may write others. */
  readonly values?: readonly Choice[] | Choices
  /** The value is an expression: one of its words is explained and completed, not the whole. One character of a word. */
  readonly wordOf?: RegExp
}

export interface Choice {
  readonly text: string
  readonly says: string
}

/** Values that hang on the rest of the file. `root` is what could be read of it last, `path` the value's own. */
export type Choices = (at: { readonly root: unknown; readonly path: Path }) => readonly Choice[]

/** The field at a path; undefined where none is known. */
export function fieldAt(root: Field, path: Path): Field | undefined {
  let field: Field | undefined = root
  for (const step of path) {
    if (typeof step === 'number') field = field?.items
    else field = field?.keys && Object.hasOwn(field.keys, step) ? field.keys[step] : field?.others
  }
  return field
}

export function choicesOf(field: Field, root: unknown, path: Path): readonly Choice[] {
  return typeof field.values === 'function' ? field.values({ root, path }) : (field.values ?? [])
}
