import type { FileNode } from '#engine/cluster/file-tree.ts'
import type { World } from '#engine/cluster/world.ts'

type Seen = ReadonlyMap<string, { readonly revision: number; readonly nodes: ReadonlyMap<string, FileNode | null> }>

/** Remembers the files of a world, to tell later what differs. */
export function rememberFiles(world: World): Seen {
  return new Map(
    [...world.hosts].map(([name, host]) => [
      name,
      { revision: host.files.revision, nodes: new Map(host.files.changes().map(({ path, node }) => [path, node])) },
    ]),
  )
}

/** Paths that differ from what was remembered, by host; hosts without a difference are left out. */
export function changedFiles(world: World, before: Seen): Record<string, readonly string[]> {
  const changed: Record<string, readonly string[]> = {}
  for (const [name, host] of world.hosts) {
    const seen = before.get(name)
    if (seen === undefined || seen.revision === host.files.revision) continue
    const now = new Map(host.files.changes().map(({ path, node }) => [path, node]))
    const paths = [...new Set([...seen.nodes.keys(), ...now.keys()])].filter(
      path => seen.nodes.get(path) !== now.get(path),
    )
    if (paths.length > 0) changed[name] = paths.sort()
  }
  return changed
}
