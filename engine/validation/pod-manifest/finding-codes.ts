import type { Finding, Severity } from '../../yaml/finding.ts'
import type { Path, Range } from '../../yaml/range.ts'

/** What the API server says of Pods, and of workloads that make some. Errors: the object is refused. */
const refusals = {
  'pod-no-kind': 'error',
  'pod-unknown-kind': 'error',
  'pod-wrong-type': 'error',
  'pod-bad-value': 'error',
  'pod-unknown-field': 'error',
  'pod-duplicate-key': 'error',
  'pod-metadata': 'error',
  'pod-container': 'error',
  'pod-port': 'error',
  'pod-environment': 'error',
  'pod-resources': 'error',
  'pod-probe': 'error',
  'pod-mount': 'error',
  'pod-volume': 'error',
  'pod-context': 'error',
  'pod-placement': 'error',
  'pod-network': 'error',
  'pod-setting': 'error',
  'pod-runtime-class': 'error',
  'pod-api-warning': 'warning',
} as const satisfies Record<string, Severity>

/** What a person should know of Pods that the API server takes. */
const advice = {
  'pod-root-refused': 'warning',
  'pod-profile-ignored': 'warning',
  'pod-token-mounted': 'info',
  'pod-image-tag': 'info',
  'pod-secret-in-environment': 'info',
  'pod-writable-root': 'info',
} as const satisfies Record<string, Severity>

/** What breaks the Pod Security Standards, by the id of the check: warnings for Baseline, notes for Restricted. */
export const securityCodes = {
  appArmorProfile: 'pod-security-apparmor',
  capabilities_baseline: 'pod-security-capabilities',
  hostNamespaces: 'pod-security-host-namespaces',
  hostPathVolumes: 'pod-security-host-path',
  hostPorts: 'pod-security-host-ports',
  hostProbesAndHostLifecycle: 'pod-security-host-probes',
  privileged: 'pod-security-privileged',
  procMount: 'pod-security-proc-mount',
  seLinuxOptions: 'pod-security-selinux',
  seccompProfile_baseline: 'pod-security-seccomp-off',
  sysctls: 'pod-security-sysctls',
  windowsHostProcess: 'pod-security-host-process',
  allowPrivilegeEscalation: 'pod-security-escalation',
  capabilities_restricted: 'pod-security-drop-all',
  procMount_restricted: 'pod-security-proc-mount-own-users',
  restrictedVolumes: 'pod-security-volumes',
  runAsNonRoot: 'pod-security-non-root',
  runAsUser: 'pod-security-user-zero',
  seccompProfile_restricted: 'pod-security-seccomp',
} as const

export type SecurityCode = (typeof securityCodes)[keyof typeof securityCodes]
export type PodCode = keyof typeof refusals | keyof typeof advice | SecurityCode

const restricted: readonly SecurityCode[] = [
  'pod-security-escalation',
  'pod-security-drop-all',
  'pod-security-proc-mount-own-users',
  'pod-security-volumes',
  'pod-security-non-root',
  'pod-security-user-zero',
  'pod-security-seccomp',
]

/** Every finding about a Pod, or a workload that makes some. */
export const podFindings: Readonly<Record<string, Severity>> = {
  ...refusals,
  ...advice,
  ...Object.fromEntries(
    Object.values(securityCodes).map(code => [code, restricted.includes(code) ? 'info' : 'warning'] as const),
  ),
}

export function finding(code: PodCode, path: Path, range: Range, message: string): Finding {
  return { code, severity: podFindings[code] ?? 'warning', path, range, message, data: {} }
}
