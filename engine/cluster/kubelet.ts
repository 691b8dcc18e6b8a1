import { normalise } from './file-tree.ts'
import type { Container, SeccompField, StaticPod } from './static-pod.ts'
import { textOf, type World } from './world.ts'

/** Where a `Localhost` profile lies on a node: the kubelet's root and `seccomp`. */
export const seccompRoot = '/var/lib/kubelet/seccomp'

export type FoundProfile =
  | { readonly path: string; readonly text: string }
  /** A container that names it does not start; `words` are containerd's. */
  | {
      readonly path: string
      readonly missing: 'missing' | 'directory' | 'binary' | 'loop'
      readonly words: string
    }

/** The file that a pod's `localhostProfile` names, as the runtime on a node finds it. */
export function seccompProfileOf(world: World, host: string, localhostProfile: string): FoundProfile {
  const path = normalise(`${seccompRoot}/${localhostProfile}`)
  const node = world.hosts.get(host)
  const found = node ? textOf(node, path) : ({ problem: 'missing' } as const)
  if ('text' in found) return { path, text: found.text }
  const missing = found.problem
  if (missing === 'binary')
    return { path, missing, words: `decoding seccomp profile failed "${path}": invalid character` }
  const why =
    missing === 'directory'
      ? `read ${path}: is a directory`
      : `open ${path}: ${missing === 'loop' ? 'too many levels of symbolic links' : 'no such file or directory'}`
  return { path, missing, words: `cannot load seccomp profile "${path}": ${why}` }
}

/** What confines a container's system calls: its own field before the pod's, and nothing at all when it is privileged. */
export function seccompOf(pod: StaticPod, container: Container): SeccompField | undefined {
  if (container.privileged) return undefined
  return container.seccomp ?? pod.seccomp
}
