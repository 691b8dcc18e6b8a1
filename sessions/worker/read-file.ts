import { join, sizeOf } from '#engine/cluster/file-tree.ts'
import { followed, type World } from '#engine/cluster/world.ts'
import type { FileView, ListedFile } from '../protocol.ts'

/** The largest file the editor opens. */
const atMost = 1024 * 1024

/** A file for the editor, links followed. */
export function readFile(world: World, hostName: string, path: string): FileView {
  const file = { host: hostName, path, text: null }
  const host = world.hosts.get(hostName)
  if (host === undefined) return { ...file, refused: `There is no host ${hostName} here.` }
  const found = followed(host, path)
  if ('loop' in found) return { ...file, refused: `${path} leads in a circle of links.` }
  const { node } = found
  if (node === undefined) return file
  if (node.kind !== 'file') return { ...file, refused: `${path} is a directory.` }
  if (typeof node.content !== 'string') return { ...file, refused: `${path} holds bytes that are no text.` }
  if (sizeOf(node) > atMost)
    return { ...file, refused: `${path} is larger than the editor opens (1 MiB). Look at it in the terminal.` }
  return { ...file, text: node.content }
}

/** The names in a directory, links followed; empty when it is none. */
export function listFiles(world: World, hostName: string, path: string): readonly ListedFile[] {
  const host = world.hosts.get(hostName)
  if (host === undefined) return []
  const found = followed(host, path)
  if ('loop' in found || found.node?.kind !== 'directory') return []
  return host.files.list(found.path).map(name => ({
    name,
    kind: host.files.get(join(found.path, name))?.kind ?? 'file',
  }))
}
