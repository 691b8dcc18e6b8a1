import type { ArtefactKind } from '#engine/validation/kinds.ts'

/** Where a file would lie on a host. */
export interface HostPath {
  readonly path: string
  /** Where a file of the same host lies here. */
  here(path: string): string
}

/**
 * Where a file would lie on a host: a path that leads through a folder `etc` or `var/lib` is taken as laid out like a
 * host, so `deploy/etc/falco/rules.d/own.yaml` is `/etc/falco/rules.d/own.yaml` there. Other files lie where they are.
 *
 * @param path the whole path, with `/`
 */
export function hostPath(path: string): HostPath {
  const [, root = '', laid = path] = layout.exec(path) ?? []
  return { path: laid, here: other => root + other }
}

const layout = /^(.*)(\/(?:etc|var\/lib)\/.+)$/s

/**
 * The same for a kind whose files are read one after the other. Where the layout tells nothing, the folder that holds the
 * file, or the one above, stands for `/etc/<kind>` if that gives the file a place in the order.
 */
export function orderedPath(kind: ArtefactKind, path: string): HostPath {
  if (layout.test(path)) return hostPath(path)
  const names = path.split('/')
  const home = `/etc/${kind.id}/`
  for (const deep of [2, 1]) {
    const folder = names.slice(0, -deep).join('/')
    const laid = home + names.slice(-deep).join('/')
    if (kind.before?.(laid).length) return { path: laid, here: other => `${folder}/${other.slice(home.length)}` }
  }
  return hostPath(path)
}
