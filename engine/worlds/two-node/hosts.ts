import { treeBase } from '../../cluster/file-tree.ts'
import type { WorldBase } from '../../cluster/world.ts'
import { controlPlane } from './control-plane.ts'
import { clusterMade, directory, file } from './entries.ts'
import { falcoFiles } from './falco-files.ts'
import { bootstrapped } from './kubeconfig.ts'
import { node } from './node.ts'
import { ubuntu } from './ubuntu.ts'

/**
 * A fresh two-node kubeadm cluster, Kubernetes 1.35.6 on Ubuntu 24.04, and the host `base` that candidates start on.
 * Every host is a copy in words of a recorded one: paths, modes, owners and configuration are real, keys are not.
 */
export function twoNode(): WorldBase {
  const at = { mtime: clusterMade }
  return new Map([
    ['base', treeBase(ubuntu('base', false))],
    ['controlplane', treeBase([...ubuntu('controlplane', true), ...node('controlplane'), ...controlPlane])],
    [
      'node01',
      treeBase([
        ...ubuntu('node01', true),
        ...node('node01'),
        ['/etc/kubernetes/kubelet.conf', file(bootstrapped, 0o600, at)],
        ['/etc/kubernetes/manifests', directory(0o755, at)],
        ...falcoFiles,
      ]),
    ],
  ])
}
