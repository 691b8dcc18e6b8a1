import { textFromBytes } from './bytes.ts'
import { normalise } from './file-tree.ts'
import type { Container, Mount, StaticPod, Volume } from './static-pod.ts'
import { followed, type Host } from './world.ts'

/** What lies at a path inside a container. */
export interface InContainer {
  readonly is: 'file' | 'directory' | 'missing'
  /** Where it lies on the host; undefined in what is the container's own. */
  readonly hostPath?: string
  /** Of a file. Bytes that are no UTF-8 are lone surrogates in it. */
  readonly text?: string
  readonly readOnly: boolean
  /** The mount that shows it; undefined in the container's own file system. */
  readonly mount?: Mount
}

/**
 * Looks a path up as a container of a static pod sees it, after the kubelet and the runtime have set up its volumes:
 * a hostPath without a type that is missing is made a directory, `FileOrCreate` an empty file.
 * The container's own file system counts as empty.
 */
export function inContainer(
  host: Host,
  pod: StaticPod,
  container: Container,
  path: string,
): InContainer | { readonly undecided: string } {
  const wanted = normalise(path)
  const mount = container.mounts
    .filter(({ path }) => covers(normalise(path), wanted))
    .sort((a, b) => normalise(b.path).length - normalise(a.path).length)[0]
  if (!mount) return { is: 'missing', readOnly: container.readOnlyRoot }
  const volume = pod.volumes.find(({ name }) => name === mount.volume)
  const below = wanted.slice(normalise(mount.path).length)
  if (!volume?.hostPath) return { is: below === '' ? 'directory' : 'missing', readOnly: mount.readOnly, mount }

  const source = followed(host, normalise(`${volume.hostPath.path}/${mount.subPath}`))
  if ('loop' in source) return { undecided: `${volume.hostPath.path} is a loop of links` }
  const hostPath = normalise(source.path + below)
  const shown = { hostPath, readOnly: mount.readOnly, mount }
  if (!source.node) {
    if (below !== '') return { is: 'missing', ...shown }
    return volume.hostPath.type === 'FileOrCreate' ? { is: 'file', text: '', ...shown } : { is: 'directory', ...shown }
  }
  const found = followed(host, hostPath)
  if ('loop' in found || found.path !== hostPath) return { undecided: `${path} leads over a link inside a volume` }
  if (!found.node || found.node.kind === 'link') return { is: 'missing', ...shown }
  if (found.node.kind === 'directory') return { is: 'directory', ...shown }
  const { content } = found.node
  return { is: 'file', text: typeof content === 'string' ? content : textFromBytes(content), ...shown }
}

/** Why the kubelet cannot set up a pod's volumes, in its words; undefined when it can. Only volumes that are mounted count. */
export function failedMount(
  host: Host,
  pod: StaticPod,
): { readonly words: string; readonly volume: Volume } | { readonly undecided: string } | undefined {
  const mounted = new Set(pod.containers.flatMap(container => container.mounts.map(mount => mount.volume)))
  for (const volume of pod.volumes) {
    if (!volume.hostPath || !mounted.has(volume.name)) continue
    const { path, type } = volume.hostPath
    const found = followed(host, path)
    const kind = 'loop' in found ? undefined : found.node?.kind
    const fail = (why: string) => ({ words: `MountVolume.SetUp failed for volume "${volume.name}" : ${why}`, volume })
    const isNot = (what: string) => fail(`hostPath type check failed: ${path} is not ${what}`)
    if (type === 'File' && kind !== 'file') return isNot('a file')
    if (type === 'Directory' && kind !== 'directory') return isNot('a directory')
    if (type === 'DirectoryOrCreate' && kind === 'file') return isNot('a directory')
    if (type === 'FileOrCreate' && kind === 'directory') return isNot('a file')
    if (type === 'FileOrCreate' && kind === undefined) {
      const parent = followed(host, normalise(`${path}/..`))
      if ('loop' in parent || parent.node?.kind !== 'directory') return fail(`open ${path}: no such file or directory`)
    }
    if (type === 'Socket' || type === 'CharDevice' || type === 'BlockDevice') {
      if (kind !== undefined) return { undecided: `volume ${volume.name}: a hostPath of type ${type}` }
      const what = type === 'Socket' ? 'a socket file' : type === 'CharDevice' ? 'a character device' : 'a block device'
      return isNot(what)
    }
  }
  return undefined
}

function covers(mountPath: string, path: string): boolean {
  return mountPath === path || path.startsWith(`${mountPath}/`)
}
