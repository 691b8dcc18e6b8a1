import type { RefusedManifest, StaticPod } from './static-pod.ts'
import type { Host } from './world.ts'

/** kubeadm's `staticPodPath`. */
export const manifestDirectory = '/etc/kubernetes/manifests'

export interface StaticPods {
  readonly pods: readonly StaticPod[]
  readonly refused: readonly RefusedManifest[]
}

/**
 * The pods that a host's kubelet runs from its manifest directory: every regular file, or link to one, whose name does not
 * start with a dot, whatever its extension; in name order, and of two with one namespace and name the later one.
 */
export function staticPods(_host: Host): StaticPods {
  return { pods: [], refused: [] }
}
