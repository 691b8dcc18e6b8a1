import type { Finding, Severity } from '../../yaml/finding.ts'
import type { Path, Range } from '../../yaml/range.ts'

/** Every finding about a seccomp profile and how much it matters. Errors: the container runtime refuses the file. */
export const seccompFindings = {
  'seccomp-too-large': 'error',
  'seccomp-json-syntax': 'error',
  'seccomp-json-type': 'error',
  'seccomp-flags': 'error',
  'seccomp-unknown-architecture': 'error',
  'seccomp-unknown-action': 'error',
  'seccomp-unknown-operator': 'error',
  'seccomp-empty-name': 'error',
  'seccomp-argument-index': 'error',
  'seccomp-notify-write': 'error',
  'seccomp-notify-default': 'error',
  'seccomp-notify-listener': 'error',
  'seccomp-default-rejected': 'error',
  'seccomp-action-rejected': 'error',
  'seccomp-foreign-endian': 'error',
  'seccomp-rule-conflict': 'error',
  'seccomp-too-complex': 'error',
  'seccomp-docker-refused': 'error',
  'seccomp-off': 'warning',
  'seccomp-docker-dialect': 'warning',
  'seccomp-docker-key': 'warning',
  'seccomp-unknown-key': 'warning',
  'seccomp-duplicate-key': 'warning',
  'seccomp-no-names': 'warning',
  'seccomp-unknown-syscall': 'warning',
  'seccomp-other-architecture': 'warning',
  'seccomp-errno-ignored': 'warning',
  'seccomp-errno-wraps': 'warning',
  'seccomp-value-two-ignored': 'warning',
  'seccomp-arguments-or': 'warning',
  'seccomp-never-decides': 'warning',
  'seccomp-cannot-start': 'warning',
  'seccomp-same-as-default': 'info',
  'seccomp-escape-allowed': 'info',
} as const satisfies Record<string, Severity>

export type SeccompCode = keyof typeof seccompFindings

/** Puts a finding together; its severity follows from the code. */
export function finding(
  code: SeccompCode,
  path: Path,
  range: Range | undefined,
  message: string,
  data: Readonly<Record<string, unknown>> = {},
): Finding {
  return { code, severity: seccompFindings[code], path, ...(range && { range }), message, data }
}
