import type { Mark } from './marks.ts'

/** Ends the reading of a text: thrown by the parts of the reader, caught in `read.ts`, and nowhere else. */
export class Refused extends Error {
  readonly mark: Mark
  /** A limit of ours, which the real reader has not. */
  readonly ours: boolean
  constructor(mark: Mark, problem: string, ours = false) {
    super(problem)
    this.mark = mark
    this.ours = ours
  }
}
