import type { DirectoryEntry, FileEntry, LinkEntry } from '../../cluster/file-tree.ts'

/** When the machines were installed: 2026-10-05 08:00 UTC. */
export const installed = 1_791_187_200_000

/** When kubeadm made the cluster: 2026-11-21 13:41 UTC. */
export const clusterMade = 1_795_268_460_000

interface Owner {
  readonly uid?: number
  readonly gid?: number
  readonly mtime?: number
}

export function file(content: string | Uint8Array, mode = 0o644, owner: Owner = {}): FileEntry {
  return { kind: 'file', content, mode, uid: owner.uid ?? 0, gid: owner.gid ?? 0, mtime: owner.mtime ?? installed }
}

export function directory(mode = 0o755, owner: Owner = {}): DirectoryEntry {
  return { kind: 'directory', mode, uid: owner.uid ?? 0, gid: owner.gid ?? 0, mtime: owner.mtime ?? installed }
}

export function link(target: string): LinkEntry {
  return { kind: 'link', target, mode: 0o777, uid: 0, gid: 0, mtime: installed }
}
