import type { World } from './world.ts'

/** Where a `Localhost` profile lies on a node. */
export const seccompRoot = '/var/lib/kubelet/seccomp'

export type FoundProfile =
  | { readonly path: string; readonly text: string }
  /** The container does not start; `words` are the runtime's. */
  | { readonly path: string; readonly missing: 'missing' | 'directory' | 'binary' | 'loop'; readonly words: string }

/** The file that a pod's `localhostProfile` names, as the runtime on a node finds it. */
export function seccompProfileOf(_world: World, _host: string, localhostProfile: string): FoundProfile {
  return { path: `${seccompRoot}/${localhostProfile}`, missing: 'missing', words: '' }
}
