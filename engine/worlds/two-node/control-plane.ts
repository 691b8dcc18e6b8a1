import type { FileNode } from '../../cluster/file-tree.ts'
import { candidate } from './accounts.ts'
import { clusterMade, directory, file } from './entries.ts'
import { kubeconfig } from './kubeconfig.ts'
import { kubeadmConfig } from './kubelet-files.ts'
import { etcd } from './manifests/etcd.ts'
import { kubeApiserver } from './manifests/kube-apiserver.ts'
import { kubeControllerManager } from './manifests/kube-controller-manager.ts'
import { kubeScheduler } from './manifests/kube-scheduler.ts'
import { pki } from './pki.ts'

const at = { mtime: clusterMade }
const mine = { ...at, uid: candidate.uid, gid: candidate.gid }

/** What kubeadm puts on a control plane besides what every node has, with its modes. */
export const controlPlane: readonly (readonly [string, FileNode])[] = [
  ['/etc/kubernetes/admin.conf', file(kubeconfig('kubernetes-admin'), 0o600, at)],
  ['/etc/kubernetes/controller-manager.conf', file(kubeconfig('system:kube-controller-manager'), 0o600, at)],
  ['/etc/kubernetes/kubeadm-config.yaml', file(kubeadmConfig, 0o644, at)],
  ['/etc/kubernetes/kubelet.conf', file(kubeconfig('system:node:controlplane'), 0o600, at)],
  ['/etc/kubernetes/manifests', directory(0o700, at)],
  ['/etc/kubernetes/manifests/etcd.yaml', file(etcd, 0o600, at)],
  ['/etc/kubernetes/manifests/kube-apiserver.yaml', file(kubeApiserver, 0o600, at)],
  ['/etc/kubernetes/manifests/kube-controller-manager.yaml', file(kubeControllerManager, 0o600, at)],
  ['/etc/kubernetes/manifests/kube-scheduler.yaml', file(kubeScheduler, 0o600, at)],
  ['/etc/kubernetes/pki/etcd', directory(0o755, at)],
  ...pki,
  ['/etc/kubernetes/scheduler.conf', file(kubeconfig('system:kube-scheduler'), 0o600, at)],
  ['/etc/kubernetes/super-admin.conf', file(kubeconfig('kubernetes-super-admin'), 0o600, at)],
  ['/home/candidate/.kube', directory(0o750, mine)],
  ['/home/candidate/.kube/config', file(kubeconfig('kubernetes-admin'), 0o600, mine)],
  ['/root/.kube', directory(0o750, at)],
  ['/root/.kube/config', file(kubeconfig('kubernetes-admin'), 0o600, at)],
  ['/usr/libexec/kubernetes/kubelet-plugins/volume/exec', directory(0o755, at)],
  ['/var/lib/etcd', directory(0o700, at)],
  ['/var/lib/etcd/member', directory(0o700, at)],
]
