/** How a kind of file is called, and what a faulty one leads to. */
export const aboutKind = {
  yaml: { name: 'YAML', refused: 'the file cannot be read' },
  'audit-policy': {
    name: 'Audit policy',
    refused: 'the API server does not start with this file',
  },
  seccomp: { name: 'Seccomp profile', refused: 'the container runtime refuses the profile' },
  apparmor: { name: 'AppArmor profile', refused: 'nothing of the file is loaded' },
  falco: { name: 'Falco rules', refused: 'Falco refuses the file' },
  'runtime-class': {
    name: 'RuntimeClass',
    refused: 'the cluster refuses the object',
  },
  pod: { name: 'Pods and workloads', refused: 'the cluster refuses the object' },
  'network-policy': { name: 'NetworkPolicy', refused: 'the cluster refuses the object' },
  rbac: { name: 'Roles and bindings', refused: 'the cluster refuses the object' },
  'encryption-config': {
    name: 'EncryptionConfiguration',
    refused: 'the API server does not start with this file',
  },
  'admission-config': {
    name: 'AdmissionConfiguration',
    refused: 'the API server does not start with this file',
  },
  'authentication-config': {
    name: 'AuthenticationConfiguration',
    refused: 'the API server does not start with this file',
  },
  'authorization-config': {
    name: 'AuthorizationConfiguration',
    refused: 'the API server does not start with this file',
  },
  'kubelet-config': { name: 'KubeletConfiguration', refused: 'the kubelet does not run with this file' },
  flags: { name: 'Command lines of components', refused: 'the component does not start' },
  'containerd-config': {
    name: 'containerd’s configuration',
    refused: 'the node runs no Pods with this file',
  },
} as const

export type Kind = keyof typeof aboutKind
export type Severity = 'error' | 'warning' | 'info'

/** What a severity means for a kind of file, in a clause. */
export function weight(kind: Kind, severity: Severity): string {
  if (severity === 'error') return `Error: ${aboutKind[kind].refused}`
  return severity === 'warning' ? 'Warning: accepted, and probably not what was meant' : 'Note: accepted'
}
