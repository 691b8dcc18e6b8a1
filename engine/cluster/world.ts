import type { Fired, Happenings } from './events/happening.ts'
import { createFileTree, type FileChange, type FileNode, type FileTree, normalise, type TreeBase } from './file-tree.ts'
import type { HostServices } from './services/state.ts'

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
  /** The world's time when the attempt began. */
  readonly began: number
  /** What the lab lets happen as time passes. */
  readonly happenings: Happenings
  /** What was made to happen besides, oldest first. */
  readonly fired: Fired[]
  /** Host → its services, where they are no longer as they were when the host started. */
  readonly services: Map<string, HostServices>
}

/** What has to be stored of a world: its differences from where the lab starts. Plain JSON but for bytes in files. */
export interface WorldState {
  readonly clock: number
  readonly hosts: Readonly<Record<string, readonly FileChange[]>>
  readonly fired?: readonly Fired[]
  readonly services?: Readonly<Record<string, HostServices>>
}

/** A base world: host name → its files. Shared by all attempts that start from it. */
export type WorldBase = ReadonlyMap<string, TreeBase>

const nothing: Happenings = new Map()

/** A world as it was when the attempt began, at `clock`, or at a later state. */
export function createWorld(base: WorldBase, clock: number, state?: WorldState, happenings = nothing): World {
  const hosts = new Map<string, Host>()
  for (const [name, tree] of base) hosts.set(name, { name, files: createFileTree(tree, state?.hosts[name] ?? []) })
  return {
    hosts,
    clock: state?.clock ?? clock,
    began: clock,
    happenings,
    fired: [...(state?.fired ?? [])],
    services: new Map(Object.entries(state?.services ?? {})),
  }
}

export function stateOf(world: World): WorldState {
  const hosts: Record<string, readonly FileChange[]> = {}
  for (const [name, host] of world.hosts) hosts[name] = host.files.changes()
  return {
    clock: world.clock,
    hosts,
    ...(world.fired.length > 0 && { fired: [...world.fired] }),
    ...(world.services.size > 0 && { services: Object.fromEntries(world.services) }),
  }
}

/** How many links a path may lead through, as in Linux. */
const linksAtMost = 40

/** What a path leads to when links are followed (the last one too), or why it leads nowhere. */
export function followed(
  host: Host,
  path: string,
): { readonly path: string; readonly node?: FileNode } | { readonly loop: true } {
  let left = linksAtMost
  let done = ''
  let rest = normalise(path).split('/').filter(Boolean)
  while (rest.length > 0) {
    const [name = '', ...after] = rest
    const here = `${done}/${name}`
    const node = host.files.get(here)
    if (node?.kind === 'link') {
      if (left-- === 0) return { loop: true }
      const target = normalise(node.target, done === '' ? '/' : done)
      done = ''
      rest = [...target.split('/').filter(Boolean), ...after]
    } else if (node === undefined || (node.kind !== 'directory' && after.length > 0)) {
      return { path: `${done}/${rest.join('/')}` }
    } else {
      done = here
      rest = after
    }
  }
  const at = done === '' ? '/' : done
  const node = host.files.get(at)
  return node ? { path: at, node } : { path: at }
}

/** A file's text with links followed; a word says why there is none. */
export function textOf(
  host: Host,
  path: string,
):
  | { readonly text: string; readonly path: string }
  | { readonly problem: 'missing' | 'directory' | 'binary' | 'loop' } {
  const found = followed(host, path)
  if ('loop' in found) return { problem: 'loop' }
  if (found.node === undefined) return { problem: 'missing' }
  if (found.node.kind === 'directory') return { problem: 'directory' }
  if (found.node.kind !== 'file' || typeof found.node.content !== 'string') return { problem: 'binary' }
  return { text: found.node.content, path: found.path }
}
