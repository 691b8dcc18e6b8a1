import type { Component } from '../flags/benchmark/wants.ts'

/** Flags that were there in older versions, and what does their work now. */
export const removed: Readonly<Record<Component, Readonly<Record<string, string>>>> = {
  'kube-apiserver': {
    'insecure-port': 'There is no port without TLS any more; take the flag out.',
    'insecure-bind-address': 'There is no port without TLS any more; take the flag out.',
    'basic-auth-file': 'Passwords are not read any more; give certificates or tokens of an issuer.',
    'kubelet-https': 'Kubelets are always asked by HTTPS; take the flag out.',
    'experimental-encryption-provider-config': 'Write --encryption-provider-config.',
    'audit-dynamic-configuration': 'Audit logs are set by --audit-policy-file and --audit-log-path.',
  },
  'kube-controller-manager': {
    port: 'There is no port without TLS any more; take the flag out.',
    address: 'Write --bind-address.',
    'pod-eviction-timeout': 'Pods are evicted by taints; set tolerationSeconds in tolerations.',
    'experimental-cluster-signing-duration': 'Write --cluster-signing-duration.',
  },
  'kube-scheduler': {
    port: 'There is no port without TLS any more; take the flag out.',
    address: 'Write --bind-address.',
    'policy-config-file': 'Write a KubeSchedulerConfiguration, and --config.',
    'algorithm-provider': 'Write a KubeSchedulerConfiguration, and --config.',
  },
  kubelet: {
    'container-runtime': 'Only runtimes behind a socket are left: --container-runtime-endpoint.',
    'network-plugin': 'Networks belong to the container runtime now; take the flag out.',
    'cni-bin-dir': 'Networks belong to the container runtime now; take the flag out.',
    'cni-conf-dir': 'Networks belong to the container runtime now; take the flag out.',
    'dynamic-config-dir': 'A configuration is no object of the cluster any more; take the flag out.',
    'allow-privileged': 'Admission decides about privileged Pods; take the flag out.',
    'cadvisor-port': 'There is no such port any more; take the flag out.',
  },
}
