import { join } from './file-tree.ts'
import { remembered } from './remembered.ts'
import { type RefusedManifest, readStaticPod, type StaticPod } from './static-pod.ts'
import { type Host, textOf } from './world.ts'

/** kubeadm's `staticPodPath`. */
export const manifestDirectory = '/etc/kubernetes/manifests'

const readOnce = remembered(32, (file = '', text = '') => readStaticPod(file, text))

export interface StaticPods {
  readonly pods: readonly StaticPod[]
  readonly refused: readonly RefusedManifest[]
}

/**
 * The pods that a host's kubelet runs from its manifest directory: every regular file, or link to one, whose name does not
 * start with a dot, whatever its extension; in name order, and of two with one namespace and name the later one.
 */
export function staticPods(host: Host): StaticPods {
  const pods = new Map<string, StaticPod>()
  const refused: RefusedManifest[] = []
  for (const name of host.files.list(manifestDirectory)) {
    if (name.startsWith('.')) continue
    const file = join(manifestDirectory, name)
    const found = textOf(host, file)
    if ('problem' in found) continue
    const read = readOnce(file, found.text)
    if ('pod' in read) pods.set(`${read.pod.namespace}/${read.pod.name}`, read.pod)
    else refused.push(read.refused)
  }
  return { pods: [...pods.values()], refused }
}
