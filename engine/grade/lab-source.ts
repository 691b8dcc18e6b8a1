import type { Lab } from './lab.ts'

/** The files of one lab folder: path inside the folder → text. What travels to a worker and is kept by content hash. */
export type LabFiles = Readonly<Record<string, string>>

/** A fault of a pack, told to its author: file, line and a sentence. */
export interface PackFinding {
  readonly code: string
  readonly file: string
  readonly line?: number
  readonly message: string
}

/** A lab as its author wrote it, with `${{ name }}` still in place. */
export interface LabSource {
  readonly id: string
  readonly files: LabFiles
  /** At least one; the first is the default. */
  readonly variants: readonly Readonly<Record<string, string>>[]
  /** The lab with a variant filled in. */
  variant(index: number): Lab
}
