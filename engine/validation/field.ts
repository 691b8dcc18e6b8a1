import type { Path } from '../yaml/range.ts'

/**
 * What may stand at a place of a file, in our own words. It is for people who ask while they type: hover texts and
 * completion. What is right or wrong is the readers' to say, never this.
 */
export interface Field {
  readonly says: string
  /** The value is a map with these keys. */
  readonly keys?: Readonly<Record<string, Field>>
  /** Those of `keys` that make sense beside others: what is offered. Left out: all. */
  readonly keysBeside?: (at: Beside) => readonly string[]
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

/** A place in a file: `root` is what could be read of the file last, `path` the place's own. */
interface At {
  readonly root: unknown
  readonly path: Path
}

/** A place among keys that are there already. */
export interface Beside extends At {
  readonly keys: readonly string[]
}

/** A word in an expression. */
export interface Expression {
  readonly word: string
  /** What stands before the word; left out where the word is to be explained, wherever it stands. */
  readonly before?: string
}

/** Values that hang on the rest of the file, and in an expression on what stands before them. */
export type Choices = (at: At & { readonly expression?: Expression }) => readonly Choice[]

/** The field at a path; undefined where none is known. */
export function fieldAt(root: Field, path: Path): Field | undefined {
  let field: Field | undefined = root
  for (const step of path) {
    if (typeof step === 'number') field = field?.items
    else field = field?.keys && Object.hasOwn(field.keys, step) ? field.keys[step] : field?.others
  }
  return field
}

export function choicesOf(field: Field, root: unknown, path: Path, expression?: Expression): readonly Choice[] {
  if (typeof field.values !== 'function') return field.values ?? []
  return field.values({ root, path, ...(expression && { expression }) })
}
