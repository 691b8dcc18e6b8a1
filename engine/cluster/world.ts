import type { FileChange, FileTree } from './file-tree.ts'

/** One simulated machine. */
export interface Host {
  readonly name: string
  readonly files: FileTree
}

/** Everything that a lab acts on. Host `base` is where a candidate starts. */
export interface World {
  readonly hosts: ReadonlyMap<string, Host>
  /** The world's time in milliseconds since the epoch; it advances only by steps. */
  clock: number
}

/** What has to be stored of a world: its differences from where the lab starts. Plain JSON but for bytes in files. */
export interface WorldState {
  readonly clock: number
  readonly hosts: Readonly<Record<string, readonly FileChange[]>>
}
