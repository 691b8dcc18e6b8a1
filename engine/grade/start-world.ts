import { type FileNode, parentOf, type TreeBase, treeBase } from '../cluster/file-tree.ts'
import { createWorld, type World, type WorldBase, type WorldState } from '../cluster/world.ts'
import { baseWorld } from '../worlds/base-worlds.ts'
import type { Lab } from './lab.ts'

const bases = new WeakMap<Lab, WorldBase>()

/**
 * The world in which an attempt begins: the lab's base world with its start files laid over it, and earlier changes over
 * that. What lies below is shared by all attempts at the same variant.
 *
 * @param startedAt the world's time at the beginning, in milliseconds since the epoch
 */
export function startWorld(lab: Lab, startedAt: number, state?: WorldState): World {
  const known = bases.get(lab)
  const base = known ?? baseOf(lab)
  if (!known) bases.set(lab, base)
  return createWorld(base, startedAt, state, lab.happenings)
}

function baseOf(lab: Lab): WorldBase {
  const world = baseWorld(lab.cluster)
  if (!world) throw new Error(`${lab.id}: there is no base world ${lab.cluster}`)
  return new Map(
    [...world].map(([name, tree]) => {
      const files = lab.start.get(name)
      return [name, files ? overlaid(tree, files) : tree] as const
    }),
  )
}

/** A start file takes mode and owner of the file it replaces; a new one, and new directories above it, the owner of the directory it lies in. */
function overlaid(tree: TreeBase, files: ReadonlyMap<string, FileNode>): TreeBase {
  const nodes = new Map(tree.nodes)
  for (const [path, node] of files) {
    const directories: string[] = []
    let above = parentOf(path)
    for (; nodes.get(above)?.kind !== 'directory'; above = parentOf(above)) directories.push(above)
    const { uid = 0, gid = 0, mtime = 0 } = nodes.get(above) ?? {}
    for (const directory of directories) nodes.set(directory, { kind: 'directory', mode: 0o755, uid, gid, mtime })
    const old = nodes.get(path)
    nodes.set(path, {
      ...node,
      uid,
      gid,
      mtime,
      ...(old?.kind === 'file' && { mode: old.mode, uid: old.uid, gid: old.gid }),
    })
  }
  return treeBase(nodes)
}
