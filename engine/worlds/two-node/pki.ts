import type { FileNode } from '../../cluster/file-tree.ts'
import { clusterMade, file } from './entries.ts'

/** Text in a certificate's place: it says whose it would be, and holds no key. */
function certificate(subject: string, issuer: string): string {
  const lines = [`simulated certificate`, `subject=CN = ${subject}`, `issuer=CN = ${issuer}`]
  return `-----BEGIN CERTIFICATE-----\n${lines.map(line => `${line}\n`).join('')}-----END CERTIFICATE-----\n`
}

/** Text in a key's place. */
function key(kind: string): string {
  return `-----BEGIN ${kind}-----\nThis simulated host holds no real key.\n-----END ${kind}-----\n`
}

const at = { mtime: clusterMade }
const certificates: readonly (readonly [path: string, subject: string, issuer: string])[] = [
  ['apiserver', 'kube-apiserver', 'kubernetes'],
  ['apiserver-etcd-client', 'kube-apiserver-etcd-client', 'etcd-ca'],
  ['apiserver-kubelet-client', 'kube-apiserver-kubelet-client', 'kubernetes'],
  ['ca', 'kubernetes', 'kubernetes'],
  ['etcd/ca', 'etcd-ca', 'etcd-ca'],
  ['etcd/healthcheck-client', 'kube-etcd-healthcheck-client', 'etcd-ca'],
  ['etcd/peer', 'controlplane', 'etcd-ca'],
  ['etcd/server', 'controlplane', 'etcd-ca'],
  ['front-proxy-ca', 'front-proxy-ca', 'front-proxy-ca'],
  ['front-proxy-client', 'front-proxy-client', 'front-proxy-ca'],
]

/** The cluster's certificate authority, which a worker has too. */
export const clusterCa: FileNode = file(certificate('kubernetes', 'kubernetes'), 0o644, at)

/** /etc/kubernetes/pki of a control plane, with kubeadm's modes. */
export const pki: readonly (readonly [string, FileNode])[] = [
  ...certificates.flatMap(([path, subject, issuer]) => [
    [`/etc/kubernetes/pki/${path}.crt`, file(certificate(subject, issuer), 0o644, at)] as const,
    [`/etc/kubernetes/pki/${path}.key`, file(key('RSA PRIVATE KEY'), 0o600, at)] as const,
  ]),
  ['/etc/kubernetes/pki/sa.key', file(key('RSA PRIVATE KEY'), 0o600, at)],
  ['/etc/kubernetes/pki/sa.pub', file(key('PUBLIC KEY'), 0o600, at)],
]

/** What the kubelet's rotating client certificate lies in: certificate and key. */
export function clientPem(node: string): string {
  return certificate(`system:node:${node}`, 'kubernetes') + key('EC PRIVATE KEY')
}
