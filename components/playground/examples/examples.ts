import type { KindId } from '../kinds.ts'
import type { Example } from '../playground.ts'
import { apparmorExamples } from './apparmor.ts'
import { auditPolicyExamples } from './audit-policy.ts'
import { networkPolicyExamples } from './network-policy.ts'
import { podSecurityExamples } from './pod-security.ts'
import { rbacExamples } from './rbac.ts'
import { seccompExamples } from './seccomp.ts'

export const examples: Readonly<Record<KindId, readonly Example[]>> = {
  'audit-policy': auditPolicyExamples,
  seccomp: seccompExamples,
  'network-policy': networkPolicyExamples,
  rbac: rbacExamples,
  'pod-security': podSecurityExamples,
  apparmor: apparmorExamples,
}
