/** A place as yaml-cpp counts it: lines, columns and bytes from 0, a byte order mark left out. */
export interface Mark {
  readonly line: number
  readonly column: number
  readonly pos: number
  /** In UTF-16 units of the whole text, which is what ranges count in. */
  readonly offset: number
}
