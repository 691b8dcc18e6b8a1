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
  /** What lay there before any change. */
  before(path: string): FileNode | undefined
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

/** A shared base: every path with its node, and the names in each directory. Built once per lab variant, never changed. */
export interface TreeBase {
  readonly nodes: ReadonlyMap<string, FileNode>
  readonly children: ReadonlyMap<string, readonly string[]>
}

/** Indexes a base. Parents that are not named become directories 0755 of root with the oldest time in the base. */
export function treeBase(entries: Iterable<readonly [string, FileNode]>): TreeBase {
  const nodes = new Map<string, FileNode>(entries)
  const times = [...nodes.values()].map(node => node.mtime)
  const mtime = times.length === 0 ? 0 : times.reduce((a, b) => Math.min(a, b))
  const children = new Map<string, string[]>()
  const directory: DirectoryEntry = { kind: 'directory', mode: 0o755, uid: 0, gid: 0, mtime }
  if (!nodes.has('/')) nodes.set('/', directory)
  for (const path of [...nodes.keys()]) {
    for (let at = path; at !== '/'; at = parentOf(at)) {
      const parent = parentOf(at)
      if (!nodes.has(parent)) nodes.set(parent, directory)
      const names = children.get(parent) ?? []
      if (names.includes(baseName(at))) break
      names.push(baseName(at))
      children.set(parent, names)
    }
  }
  for (const names of children.values()) names.sort()
  return { nodes, children }
}

/** A tree over a base, with earlier changes laid over it. */
export function createFileTree(base: TreeBase, earlier: readonly FileChange[] = []): FileTree {
  const over = new Map<string, FileNode | null>()
  const overNames = new Map<string, Set<string>>()
  let revision = 0
  let changedBytes = 0

  const get = (path: string): FileNode | undefined => {
    const changed = over.get(path)
    return changed === undefined ? base.nodes.get(path) : (changed ?? undefined)
  }
  const list = (path: string): readonly string[] => {
    const changed = overNames.get(path)
    if (get(path)?.kind !== 'directory') return []
    if (!changed) return base.children.get(path) ?? []
    return [...new Set([...(base.children.get(path) ?? []), ...changed])]
      .filter(name => get(join(path, name)) !== undefined)
      .sort()
  }
  const put = (path: string, node: FileNode | null) => {
    changedBytes += sizeOf(node) - sizeOf(over.get(path) ?? null)
    if (node === null && !base.nodes.has(path)) over.delete(path)
    else over.set(path, node)
    if (path === '/') return
    const names = overNames.get(parentOf(path)) ?? new Set<string>()
    names.add(baseName(path))
    overNames.set(parentOf(path), names)
  }
  const remove = (path: string) => {
    for (const name of list(path)) remove(join(path, name))
    put(path, null)
  }
  for (const { path, node } of earlier) put(path, node)

  return {
    get,
    before: path => base.nodes.get(path),
    list,
    set(path, node) {
      if (path !== '/' && get(parentOf(path))?.kind !== 'directory')
        throw new Error(`${path}: its parent is no directory`)
      put(path, node)
      revision++
    },
    delete(path) {
      if (get(path) === undefined) return
      remove(path)
      revision++
    },
    changes: () =>
      [...over]
        .map(([path, node]) => ({ path, node }))
        .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    get revision() {
      return revision
    },
    get changedBytes() {
      return changedBytes
    },
  }
}

/** The size of a file in bytes as the disk would count it; 0 for anything else. */
export function sizeOf(node: FileNode | null | undefined): number {
  if (node?.kind !== 'file') return 0
  return typeof node.content === 'string' ? utf8Length(node.content) : node.content.length
}

function utf8Length(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) bytes += 1
    else if (code < 0x800) bytes += 2
    else if (code >= 0xd800 && code < 0xdc00) {
      bytes += 4
      i++
    } else bytes += 3
  }
  return bytes
}

/** The directory a path lies in; `/` for the root. */
export function parentOf(path: string): string {
  const cut = path.lastIndexOf('/')
  return cut <= 0 ? '/' : path.slice(0, cut)
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

export function join(directory: string, name: string): string {
  return directory === '/' ? `/${name}` : `${directory}/${name}`
}

/** Makes a path absolute and takes `.`, `..`, `//` and a closing `/` out of it, without following links. */
export function normalise(path: string, cwd = '/'): string {
  const parts: string[] = []
  for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}
