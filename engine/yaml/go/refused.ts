/**
 * What ends a reading: thrown inside this folder alone, and caught where it is entered. `words` are Go's, but for `ours`,
 * which tells that a limit of our own was met.
 */
export class Refused extends Error {
  readonly words: string
  /** The UTF-16 offset that is to blame. */
  readonly at: number
  readonly ours: boolean

  constructor(words: string, at: number, ours = false) {
    super(words)
    this.words = words
    this.at = at
    this.ours = ours
  }
}
