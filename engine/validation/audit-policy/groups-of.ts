/** The groups that a user has by its name alone, as the API server's authenticators and kubeadm give them. */
export function groupsOf(user: string): readonly string[] {
  if (user === 'system:anonymous') return ['system:unauthenticated']
  const account = /^system:serviceaccount:([^:]+):[^:]+$/.exec(user)
  if (account) return ['system:serviceaccounts', `system:serviceaccounts:${account[1]}`, 'system:authenticated']
  if (user.startsWith('system:node:')) return ['system:nodes', 'system:authenticated']
  if (user === 'kubernetes-admin') return ['kubeadm:cluster-admins', 'system:authenticated']
  return ['system:authenticated']
}
