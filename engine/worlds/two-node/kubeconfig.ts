/** Base64 of a word that says what it is: no credential is in these worlds. */
const simulated = 'U0lNVUxBVEVE'

/** A kubeconfig as kubeadm writes it, for one user with an embedded client certificate. */
export function kubeconfig(user: string): string {
  return `apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: ${simulated}
    server: https://172.30.1.2:6443
  name: kubernetes
contexts:
- context:
    cluster: kubernetes
    user: ${user}
  name: ${user}@kubernetes
current-context: ${user}@kubernetes
kind: Config
users:
- name: ${user}
  user:
    client-certificate-data: ${simulated}
    client-key-data: ${simulated}
`
}

/** What a worker's kubelet has after its TLS bootstrap. */
export const bootstrapped = `apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: ${simulated}
    server: https://172.30.1.2:6443
  name: default-cluster
contexts:
- context:
    cluster: default-cluster
    namespace: default
    user: default-auth
  name: default-context
current-context: default-context
kind: Config
users:
- name: default-auth
  user:
    client-certificate: /var/lib/kubelet/pki/kubelet-client-current.pem
    client-key: /var/lib/kubelet/pki/kubelet-client-current.pem
`
