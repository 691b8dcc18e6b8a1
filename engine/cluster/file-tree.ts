/** What lies at one path of a host. `mtime` in milliseconds since the epoch; `mode` holds the permission bits only. */
export type FileNode = FileEntry | DirectoryEntry | LinkEntry

interface Owned {
  readonly mode: number
  readonly uid: number
  readonly gid: number
  readonly mtime: number
}

export interface FileEntry extends Owned {
  readonly kind: 'file'
  /** Text, or bytes where the content is not valid UTF-8. */
  readonly content: string | Uint8Array
}

export interface DirectoryEntry extends Owned {
  readonly kind: 'directory'
}

export interface LinkEntry extends Owned {
  readonly kind: 'link'
  readonly target: string
}

/** A change against the base of a tree; `node: null` says that the path is gone. */
export interface FileChange {
  readonly path: string
  readonly node: FileNode | null
}

/**
 * The files of one host: a shared, frozen base with this attempt's changes laid over it.
 * Paths are absolute and normalised (no `.`, `..`, `//`, no `/` at the end but for the root); nothing follows links here.
 */
export interface FileTree {
  get(path: string): FileNode | undefined
  /** The names in a directory, sorted by code unit; empty when it is none. */
  list(path: string): readonly string[]
  /** Puts a node; the parent must be a directory (throws a fault otherwise: callers have checked). */
  set(path: string, node: FileNode): void
  /** Removes a path with everything below it. */
  delete(path: string): void
  /** What differs from the base, sorted by path: the whole of what has to be stored. */
  changes(): readonly FileChange[]
  /** Counts `set` and `delete`: equal numbers mean equal content. */
  readonly revision: number
  /** The sum of the sizes of the changed files, in bytes (text counted as UTF-8). */
  readonly changedBytes: number
}
