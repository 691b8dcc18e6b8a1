import type { FileSeen, Files } from '../../validation/flags/files.ts'

const certificates = [
  'ca',
  'apiserver',
  'apiserver-kubelet-client',
  'apiserver-etcd-client',
  'front-proxy-ca',
  'front-proxy-client',
  'etcd/ca',
  'etcd/server',
  'etcd/peer',
  'etcd/healthcheck-client',
]
const pki = '/etc/kubernetes/pki'

const kubeconfig = `apiVersion: v1
kind: Config
clusters: [{name: kubernetes, cluster: {server: 'https://192.168.56.10:6443'}}]
contexts: [{name: own, context: {cluster: kubernetes, user: own}}]
current-context: own
`

/** What kubeadm leaves on a host. Nothing is known of the certificates but what they are. */
const kubeadm: ReadonlyMap<string, FileSeen> = new Map<string, FileSeen>([
  ...certificates.flatMap((name): readonly (readonly [string, FileSeen])[] => [
    [`${pki}/${name}.crt`, { is: 'pem', blocks: ['CERTIFICATE'], pair: name }],
    [`${pki}/${name}.key`, { is: 'pem', blocks: ['RSA PRIVATE KEY'], pair: name }],
  ]),
  ...['admin', 'controller-manager', 'kubelet', 'scheduler'].map((name): readonly [string, FileSeen] => [
    `/etc/kubernetes/${name}.conf`,
    { is: 'file', text: kubeconfig },
  ]),
  [`${pki}/sa.pub`, { is: 'pem', blocks: ['PUBLIC KEY'], pair: 'sa' }],
  [`${pki}/sa.key`, { is: 'pem', blocks: ['RSA PRIVATE KEY'], pair: 'sa' }],
])

/** A control plane's host: kubeadm's certificates, and these texts; undefined for a folder. */
export function hostWith(texts: ReadonlyMap<string, string | undefined>): Files {
  const paths = [...kubeadm.keys(), ...texts.keys()]
  const folders = new Set(paths.flatMap(foldersAbove))
  return {
    look(path) {
      const plain = path.replace(/(?<=.)\/+$/, '')
      const text = texts.get(plain)
      if (text !== undefined) return { is: 'file', text }
      const known = texts.has(plain) || folders.has(plain) ? { is: 'directory' as const } : kubeadm.get(plain)
      return known ?? { is: 'missing' }
    },
    list(path) {
      const before = `${path.replace(/\/+$/, '')}/`
      const below = paths.filter(it => it.startsWith(before)).map(it => it.slice(before.length).split('/')[0] ?? '')
      return [...new Set(below)].sort()
    },
  }
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(1, -1)
  return ['/', ...parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`)]
}
