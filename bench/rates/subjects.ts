import { apparmorProfiles } from './apparmor.ts'
import { auditPolicies } from './audit-policy.ts'
import { configurations } from './configurations.ts'
import { falcoRules } from './falco.ts'
import { commandLines } from './flags.ts'
import { networkPolicies } from './network-policy.ts'
import { rbacObjects } from './rbac.ts'
import { runtimes } from './runtimes.ts'
import { seccompProfiles } from './seccomp.ts'
import type { Measurable } from './subject.ts'

/** Every kind that is measured. Pod Security stands beside: `bench/pod-security.ts`. */
export const subjects: readonly Measurable[] = [
  ...auditPolicies,
  ...seccompProfiles,
  ...apparmorProfiles,
  ...networkPolicies,
  ...rbacObjects,
  ...configurations,
  ...commandLines,
  ...runtimes,
  ...falcoRules,
]
