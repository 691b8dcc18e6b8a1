import { byteLength, contentFromText, textFromBytes } from '../../cluster/bytes.ts'
import { baseName, type FileNode, join, parentOf, sizeOf } from '../../cluster/file-tree.ts'
import type { Host, World } from '../../cluster/world.ts'
import type { Identity } from './accounts.ts'
import { deviceAt, readDevice } from './devices.ts'
import { type Errno, type Refused, refused } from './errno.ts'

/** What an attempt's changed files may take together, in bytes, over all hosts. */
export const diskBytes = 8 * 1024 * 1024
const fileBytes = 4 * 1024 * 1024
const entriesAtMost = 20_000
const linksAtMost = 40

export interface Stat {
  readonly path: string
  readonly kind: FileNode['kind'] | 'device'
  readonly mode: number
  readonly uid: number
  readonly gid: number
  readonly mtime: number
  readonly size: number
  readonly target?: string
}

type Right = 'r' | 'w' | 'x'

/** A host's files as one user may use them. Paths are absolute; `..` is taken after links are followed, as the kernel does. */
export interface Files {
  readonly host: Host
  readonly who: Identity
  stat(path: string): Stat | Refused
  lstat(path: string): Stat | Refused
  /** The path with every link followed, the last one too. */
  real(path: string): string | Refused
  list(path: string): readonly string[] | Refused
  read(path: string): string | Refused
  /** Makes or empties a file, then puts the text into it. A new file gets `mode`. */
  write(path: string, text: string, mode: number): Errno | undefined
  append(path: string, text: string, mode: number): Errno | undefined
  /** Adds to a file that is already open: nobody's rights are asked again. */
  extend(path: string, text: string): Errno | undefined
  /** Whether a file could be opened for writing, without touching it. */
  writable(path: string): Errno | undefined
  makeDirectory(path: string, mode: number): Errno | undefined
  unlink(path: string): Errno | undefined
  removeDirectory(path: string): Errno | undefined
  rename(from: string, to: string): Errno | undefined
  symlink(target: string, path: string): Errno | undefined
  chmod(path: string, mode: number): Errno | undefined
  chown(path: string, uid: number, gid: number, follow: boolean): Errno | undefined
  touch(path: string, mtime: number): Errno | undefined
  may(path: string, right: Right): boolean
}

/** Where a path leads: the node there if any, and the real directory that holds it. */
interface Found {
  readonly path: string
  readonly node: FileNode | undefined
}

export function openFiles(
  world: World,
  host: Host,
  who: Identity,
  temporary: ReadonlyMap<string, string> = new Map(),
): Files {
  const tree = host.files
  let made = 0

  const allowed = (node: FileNode, right: Right): boolean => {
    if (who.uid === 0) return right !== 'x' || node.kind === 'directory' || (node.mode & 0o111) !== 0
    const bit = right === 'r' ? 4 : right === 'w' ? 2 : 1
    const shift = node.uid === who.uid ? 6 : who.groups.includes(node.gid) ? 3 : 0
    return ((node.mode >> shift) & bit) !== 0
  }

  const find = (path: string, follow: boolean): Found | Refused => {
    let left = linksAtMost
    let at = '/'
    let node = tree.get('/')
    const slash = path.length > 1 && path.endsWith('/')
    const rest = path
      .split('/')
      .filter(part => part !== '' && part !== '.')
      .reverse()
    if (rest.some(part => byteLength(part) > 255)) return { errno: 'ENAMETOOLONG' }
    while (rest.length > 0) {
      const name = rest.pop() ?? ''
      if (node === undefined) return { errno: 'ENOENT' }
      if (node.kind !== 'directory') return { errno: 'ENOTDIR' }
      if (!allowed(node, 'x')) return { errno: 'EACCES' }
      const here: string = name === '..' ? parentOf(at) : join(at, name)
      const next = tree.get(here)
      if (next?.kind === 'link' && (rest.length > 0 || follow || slash)) {
        if (left-- === 0) return { errno: 'ELOOP' }
        rest.push(
          ...next.target
            .split('/')
            .filter(part => part !== '' && part !== '.')
            .reverse(),
        )
        if (next.target.startsWith('/')) {
          at = '/'
          node = tree.get('/')
        }
      } else {
        at = here
        node = next
      }
    }
    if (slash && node !== undefined && node.kind !== 'directory') return { errno: 'ENOTDIR' }
    return { path: at, node }
  }

  const existing = (path: string, follow: boolean): { path: string; node: FileNode } | Refused => {
    if (path === '') return { errno: 'ENOENT' }
    const found = find(path, follow)
    if (refused(found)) return found
    return found.node === undefined ? { errno: 'ENOENT' } : { path: found.path, node: found.node }
  }

  /** Where something new may be put: the parent is there and may be written. */
  const place = (path: string, follow: boolean): Found | Refused => {
    const found = find(path, follow)
    if (refused(found)) return found
    const parent = tree.get(parentOf(found.path))
    if (parent === undefined) return { errno: 'ENOENT' }
    if (parent.kind !== 'directory') return { errno: 'ENOTDIR' }
    if (found.node !== undefined) return found
    if (found.path.startsWith('/proc/') || found.path.startsWith('/sys/')) return { errno: 'EACCES' }
    return allowed(parent, 'w') && allowed(parent, 'x') ? found : { errno: 'EACCES' }
  }

  const put = (path: string, node: FileNode): Errno | undefined => {
    if (node.kind === 'file') {
      const full = tooFull(node, path)
      if (full) return full
    }
    const fresh = tree.get(path) === undefined
    if (fresh && ++made % 256 === 0 && tree.changes().length >= entriesAtMost) return 'ENOSPC'
    tree.set(path, node)
    if (fresh) touched(parentOf(path))
    return undefined
  }

  /** Sizes are counted only where the largest that they could be would be too much. */
  const tooFull = (node: FileNode, path: string): Errno | undefined => {
    const most = node.kind === 'file' ? node.content.length * 3 : 0
    const taken = used(world)
    if (most <= fileBytes && taken + most <= diskBytes) return undefined
    const size = sizeOf(node)
    const before = sizeOf(tree.get(path))
    if (size > fileBytes) return 'EFBIG'
    return size > before && taken + size - before > diskBytes ? 'ENOSPC' : undefined
  }

  const touched = (path: string) => {
    const node = tree.get(path)
    if (node?.kind === 'directory' && node.mtime !== world.clock) tree.set(path, { ...node, mtime: world.clock })
  }

  const writing = (path: string): Found | Refused => {
    const found = place(path, true)
    if (refused(found)) return found
    if (found.node === undefined) return path.endsWith('/') ? { errno: 'EISDIR' } : found
    if (found.node.kind === 'directory') return { errno: 'EISDIR' }
    return allowed(found.node, 'w') ? found : { errno: 'EACCES' }
  }

  const store = (path: string, mode: number, make: (before: string) => string): Errno | undefined => {
    const found = writing(path)
    if (refused(found)) return found.errno
    const device = deviceAt(found.path)
    if (device) return device === 'full' ? 'ENOSPC' : undefined
    const { node } = found
    const before = node?.kind === 'file' ? textOfNode(node) : ''
    const owner = node ?? { mode, uid: who.uid, gid: who.gid }
    const content = contentFromText(make(before))
    return put(found.path, {
      kind: 'file',
      content,
      mode: owner.mode,
      uid: owner.uid,
      gid: owner.gid,
      mtime: world.clock,
    })
  }

  const statOf = ({ path, node }: { path: string; node: FileNode }): Stat => ({
    path,
    kind: deviceAt(path) ? 'device' : node.kind,
    mode: node.mode,
    uid: node.uid,
    gid: node.gid,
    mtime: node.mtime,
    size: node.kind === 'directory' ? 4096 : node.kind === 'link' ? byteLength(node.target) : sizeOf(node),
    ...(node.kind === 'link' ? { target: node.target } : {}),
  })

  /** In a directory with the sticky bit only the owner of a file, of the directory, or root may take it away. */
  const removable = (path: string, node: FileNode): Errno | undefined => {
    const parent = tree.get(parentOf(path))
    if (path === '/' || parent === undefined) return 'EBUSY'
    if (!allowed(parent, 'w') || !allowed(parent, 'x')) return 'EACCES'
    if ((parent.mode & 0o1000) !== 0 && who.uid !== 0 && node.uid !== who.uid && parent.uid !== who.uid) return 'EPERM'
    return deviceAt(path) ? 'EPERM' : undefined
  }

  const temporaryAt = (path: string): Stat | undefined => {
    const text = temporary.get(path)
    if (text === undefined) return undefined
    return { path, kind: 'file', mode: 0o600, uid: who.uid, gid: who.gid, mtime: world.clock, size: byteLength(text) }
  }

  const owned = (path: string, follow: boolean): { path: string; node: FileNode } | Refused => {
    const found = existing(path, follow)
    if (refused(found)) return found
    return who.uid === 0 || found.node.uid === who.uid ? found : { errno: 'EPERM' }
  }

  const remove = (path: string) => {
    tree.delete(path)
    touched(parentOf(path))
    return undefined
  }

  return {
    host,
    who,
    stat: path => {
      const found = existing(path, true)
      return temporaryAt(path) ?? (refused(found) ? found : statOf(found))
    },
    lstat: path => {
      const found = existing(path, false)
      return temporaryAt(path) ?? (refused(found) ? found : statOf(found))
    },
    real: path => {
      const found = existing(path, true)
      return refused(found) ? found : found.path
    },
    list: path => {
      const found = existing(path, true)
      if (refused(found)) return found
      if (found.node.kind !== 'directory') return { errno: 'ENOTDIR' }
      return allowed(found.node, 'r') ? tree.list(found.path) : { errno: 'EACCES' }
    },
    read: path => {
      const held = temporary.get(path)
      if (held !== undefined) return held
      const found = existing(path, true)
      if (refused(found)) return found
      const device = deviceAt(found.path)
      if (device) return readDevice(device)
      if (found.node.kind === 'directory') return allowed(found.node, 'r') ? { errno: 'EISDIR' } : { errno: 'EACCES' }
      if (found.node.kind === 'link') return { errno: 'ELOOP' }
      return allowed(found.node, 'r') ? textOfNode(found.node) : { errno: 'EACCES' }
    },
    write: (path, text, mode) => store(path, mode, () => text),
    append: (path, text, mode) => store(path, mode, before => before + text),
    extend: (path, text) => {
      const node = tree.get(path)
      if (node?.kind !== 'file') return undefined
      const added = contentFromText(text)
      const content =
        typeof added === 'string' && typeof node.content === 'string'
          ? node.content + added
          : contentFromText(textOfNode(node) + text)
      return put(path, { ...node, content, mtime: world.clock })
    },
    writable: path => {
      const found = writing(path)
      return refused(found) ? found.errno : undefined
    },
    makeDirectory: (path, mode) => {
      const found = place(path.length > 1 ? path.replace(/\/+$/, '') : path, false)
      if (refused(found)) return found.errno
      if (found.node !== undefined) return 'EEXIST'
      const parent = tree.get(parentOf(found.path))
      const inherit = parent !== undefined && (parent.mode & 0o2000) !== 0
      const bits = mode | (inherit ? 0o2000 : 0)
      const gid = inherit ? (parent?.gid ?? who.gid) : who.gid
      return put(found.path, { kind: 'directory', mode: bits, uid: who.uid, gid, mtime: world.clock })
    },
    unlink: path => {
      const found = existing(path, false)
      if (refused(found)) return found.errno
      const why = removable(found.path, found.node)
      if (why) return why
      return found.node.kind === 'directory' ? 'EISDIR' : remove(found.path)
    },
    removeDirectory: path => {
      const found = existing(path, false)
      if (refused(found)) return found.errno
      if (found.node.kind !== 'directory') return 'ENOTDIR'
      const why = removable(found.path, found.node)
      if (why) return why
      return tree.list(found.path).length > 0 ? 'ENOTEMPTY' : remove(found.path)
    },
    rename: (from, to) => {
      const source = existing(from.length > 1 ? from.replace(/\/+$/, '') : from, false)
      if (refused(source)) return source.errno
      const target = find(to.length > 1 ? to.replace(/\/+$/, '') : to, false)
      if (refused(target)) return target.errno
      const parent = tree.get(parentOf(target.path))
      if (parent?.kind !== 'directory') return parent === undefined ? 'ENOENT' : 'ENOTDIR'
      const why = removable(source.path, source.node) ?? (target.node ? removable(target.path, target.node) : undefined)
      if (why) return why
      if (!allowed(parent, 'w') || !allowed(parent, 'x')) return 'EACCES'
      if (source.path === target.path) return undefined
      if (`${target.path}/`.startsWith(`${source.path}/`)) return 'EINVAL'
      if (target.node?.kind === 'directory') {
        if (source.node.kind !== 'directory') return 'EISDIR'
        if (tree.list(target.path).length > 0) return 'ENOTEMPTY'
      } else if (target.node && source.node.kind === 'directory') return 'ENOTDIR'
      const moved = everythingBelow(source.path)
      tree.delete(target.path)
      for (const [below, node] of moved) tree.set(target.path + below, node)
      remove(source.path)
      touched(parentOf(target.path))
      return undefined
    },
    symlink: (target, path) => {
      const found = place(path, false)
      if (refused(found)) return found.errno
      if (found.node !== undefined) return 'EEXIST'
      if (target === '') return 'ENOENT'
      return put(found.path, { kind: 'link', target, mode: 0o777, uid: who.uid, gid: who.gid, mtime: world.clock })
    },
    chmod: (path, mode) => {
      const found = owned(path, true)
      if (refused(found)) return found.errno
      if (found.node.mode !== mode) tree.set(found.path, { ...found.node, mode })
      return undefined
    },
    chown: (path, uid, gid, follow) => {
      const found = existing(path, follow)
      if (refused(found)) return found.errno
      const { node } = found
      const givesGroup = uid === node.uid && node.uid === who.uid && (gid === node.gid || who.groups.includes(gid))
      if (who.uid !== 0 && !givesGroup) return 'EPERM'
      const mode = node.kind === 'file' && (node.mode & 0o111) !== 0 ? node.mode & ~0o6000 : node.mode
      tree.set(found.path, { ...node, uid, gid, mode })
      return undefined
    },
    touch: (path, mtime) => {
      const found = existing(path, true)
      if (refused(found)) return found.errno
      if (who.uid !== 0 && found.node.uid !== who.uid && !allowed(found.node, 'w')) return 'EACCES'
      if (!deviceAt(found.path)) tree.set(found.path, { ...found.node, mtime })
      return undefined
    },
    may: (path, right) => {
      const found = existing(path, true)
      return !refused(found) && allowed(found.node, right)
    },
  }

  function everythingBelow(path: string): [string, FileNode][] {
    const out: [string, FileNode][] = []
    const walk = (at: string) => {
      const node = tree.get(at)
      if (node === undefined) return
      out.push([at.slice(path.length), node])
      for (const name of tree.list(at)) walk(join(at, name))
    }
    walk(path)
    return out
  }
}

function used(world: World): number {
  let sum = 0
  for (const host of world.hosts.values()) sum += host.files.changedBytes
  return sum
}

function textOfNode(node: FileNode): string {
  if (node.kind !== 'file') return ''
  return typeof node.content === 'string' ? node.content : textFromBytes(node.content)
}

/** The last name of a path, whatever slashes end it. */
export function lastName(path: string): string {
  const bare = path.replace(/\/+$/, '')
  return bare === '' ? '/' : baseName(bare)
}
