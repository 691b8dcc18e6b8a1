import { baseName, type FileNode, parentOf } from '#engine/cluster/file-tree.ts'
import { followed, type World } from '#engine/cluster/world.ts'
import type { WorldStep } from '../protocol.ts'

/**
 * Writes what the editor saved. Owner and mode of an existing file stay; a new one is root's, 0644.
 * Answers a sentence when it cannot be written.
 */
export function writeFile(world: World, step: WorldStep & { readonly kind: 'edit' }): string | undefined {
  const host = world.hosts.get(step.host)
  if (host === undefined) return `There is no host ${step.host} here.`
  const found = followed(host, step.path)
  if ('loop' in found) return `${step.path} leads in a circle of links.`
  const { path, node } = found
  if (node?.kind === 'directory') return `${path} is a directory on ${step.host}.`
  const parent = parentOf(path)
  const directory = host.files.get(parent)
  if (directory === undefined)
    return `There is no directory ${parent} on ${step.host}. Make it with: sudo mkdir -p ${parent}`
  if (directory.kind !== 'directory')
    return `${parent} is no directory on ${step.host}, so ${baseName(path)} cannot lie there.`
  const owned = node?.kind === 'file' ? node : { mode: 0o644, uid: 0, gid: 0 }
  const written: FileNode = {
    kind: 'file',
    mode: owned.mode,
    uid: owned.uid,
    gid: owned.gid,
    mtime: world.clock,
    content: step.text,
  }
  host.files.set(path, written)
  return undefined
}
