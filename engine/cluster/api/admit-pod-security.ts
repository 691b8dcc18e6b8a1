import type { DecodedPod } from '../../validation/pod/decoded.ts'
import { podOf } from '../../validation/pod/pod-of.ts'
import { admitPod, type PodSecurityAnswer } from '../../validation/pod-security/admit.ts'
import { labelPrefix } from '../../validation/pod-security/policy.ts'
import type { Store } from './store.ts'

/** What the plugin PodSecurity says of a Pod that is to be made, as it is to be stored. Audit annotations have their whole names. */
export function admitPodSecurity(
  pod: DecodedPod,
  namespace: string,
  user: string,
  { namespaces, podSecurity }: Store,
): Pick<PodSecurityAnswer, 'refused' | 'warnings' | 'auditAnnotations'> {
  const labels = Object.fromEntries(namespaces.get(namespace) ?? [])
  const request = { resource: 'pods', user, namespace: { name: namespace, labels }, pod: podOf(pod) }
  const { auditAnnotations, ...answer } = admitPod(podSecurity, request)
  const named = Object.entries(auditAnnotations).map(([key, value]) => [`${labelPrefix}${key}`, value])
  return { ...answer, auditAnnotations: Object.fromEntries(named) }
}
