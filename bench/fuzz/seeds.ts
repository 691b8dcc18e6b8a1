import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { anyShapes } from './shapes.ts'
import { shapesOf } from './shapes-of-kinds.ts'

/** Folders of the repository that hold texts of a kind; a kind that is not named takes those of its own name. */
const folders: Readonly<Record<string, readonly string[]>> = {
  containerd: ['containerd-config'],
  'control-plane': ['pod-manifest', 'flags'],
  'kubeadm-config': ['flags'],
  pod: ['pod', 'pod-manifest', 'runtime-class', 'pod-security'],
  workload: ['pod-manifest'],
  'admitted-pod': ['pod', 'runtime-class', 'pod-security'],
  'admission-plugins': ['admission-config'],
  'authentication-config': ['auth-config'],
  'authorization-config': ['auth-config'],
  kubeconfig: ['admission-config'],
  'kube-apiserver-flags': ['flags'],
  'kube-controller-manager-flags': ['flags'],
  'kube-scheduler-flags': ['flags'],
  'kubelet-flags': ['flags'],
  yaml: ['audit-policy', 'falco', 'network-policy'],
  'kubernetes-yaml': ['audit-policy', 'rbac', 'kubelet-config'],
}
const root = path.resolve(import.meta.dirname, '../../engine/validation')
/** Lines that part the cases of fixtures. */
const border = /^(?:# ====.*|---|%.*|- file: \|)$/m

/** Texts to begin with: the cases of the repository's fixtures, and a small one of each hard shape. */
export function seedsOf(kind: string): readonly [string, ...string[]] {
  const cases = (folders[kind] ?? [kind]).flatMap(folder => fixturesIn(path.join(root, folder, 'fixtures')))
  const shapes = [...anyShapes, ...(shapesOf[kind] ?? [])].map(({ make }) => make(600))
  return ['', ...cases, ...shapes]
}

function fixturesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.(?:yaml|toml|fixture|json)$/.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort()
    .flatMap(file => readFileSync(file, 'utf8').split(border))
}
