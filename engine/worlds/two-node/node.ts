import type { FileNode } from '../../cluster/file-tree.ts'
import { clusterMade, directory, file, link } from './entries.ts'
import { instanceConfig, kubeadmDropIn, kubeadmFlags, kubeletConfig, kubeletService } from './kubelet-files.ts'
import { clientPem, clusterCa } from './pki.ts'

const at = { mtime: clusterMade }
const rotated = '/var/lib/kubelet/pki/kubelet-client-2026-11-21-13-41-02.pem'

const containerd = `version = 3
root = "/var/lib/containerd"
state = "/run/containerd"

[grpc]
  address = "/run/containerd/containerd.sock"

[plugins."io.containerd.cri.v1.images"]
  snapshotter = "overlayfs"

[plugins."io.containerd.cri.v1.images".pinned_images]
  sandbox = "registry.k8s.io/pause:3.10.1"

[plugins."io.containerd.cri.v1.runtime".containerd]
  default_runtime_name = "runc"

[plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"

[plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc.options]
  SystemdCgroup = true
`

const containerdService = `[Unit]
Description=containerd container runtime
Documentation=https://containerd.io
After=network.target dbus.service

[Service]
ExecStart=/usr/bin/containerd
Type=notify
Delegate=yes
KillMode=process
Restart=always
RestartSec=5

[Install]
WantedBy=multi-user.target
`

/** What every node of the cluster has: kubelet, containerd, CNI. */
export function node(name: string): readonly (readonly [string, FileNode])[] {
  return [
    [
      '/etc/cni/net.d/10-calico.conflist',
      file('{"name":"k8s-pod-network","cniVersion":"0.3.1","plugins":[]}\n', 0o644, at),
    ],
    ['/etc/containerd', directory(0o755, at)],
    ['/etc/containerd/config.toml', file(containerd, 0o644, at)],
    ['/etc/crictl.yaml', file('runtime-endpoint: unix:///run/containerd/containerd.sock\n', 0o644, at)],
    ['/etc/kubernetes', directory(0o755, at)],
    ['/etc/kubernetes/pki', directory(0o755, at)],
    ['/etc/kubernetes/pki/ca.crt', clusterCa],
    [
      '/etc/systemd/system/multi-user.target.wants/containerd.service',
      link('/usr/lib/systemd/system/containerd.service'),
    ],
    ['/etc/systemd/system/multi-user.target.wants/kubelet.service', link('/usr/lib/systemd/system/kubelet.service')],
    ['/opt/cni/bin', directory(0o755, at)],
    ['/run/containerd', directory(0o711, at)],
    ['/usr/lib/systemd/system/containerd.service', file(containerdService)],
    ['/usr/lib/systemd/system/kubelet.service', file(kubeletService)],
    ['/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf', file(kubeadmDropIn)],
    ['/var/lib/cni', directory(0o755, at)],
    ['/var/lib/containerd', directory(0o711, at)],
    ['/var/lib/kubelet', directory(0o755, at)],
    ['/var/lib/kubelet/config.yaml', file(kubeletConfig, 0o644, at)],
    ['/var/lib/kubelet/instance-config.yaml', file(instanceConfig, 0o644, at)],
    ['/var/lib/kubelet/kubeadm-flags.env', file(kubeadmFlags, 0o644, at)],
    ['/var/lib/kubelet/pki', directory(0o755, at)],
    [rotated, file(clientPem(name), 0o600, at)],
    ['/var/lib/kubelet/pki/kubelet-client-current.pem', link(rotated)],
    ['/var/lib/kubelet/pods', directory(0o750, at)],
    ['/var/lib/kubelet/seccomp', directory(0o755, at)],
    ['/var/log/containers', directory(0o755, at)],
    ['/var/log/pods', directory(0o755, at)],
  ]
}
