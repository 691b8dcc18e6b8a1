import type { Severity } from '../../yaml/finding.ts'

/** Every finding about a KubeletConfiguration. Errors: the kubelet does not start with the file. */
export const kubeletFindings = {
  'kubelet-bad-json': 'error',
  'kubelet-wrong-kind': 'error',
  'kubelet-wrong-type': 'error',
  'kubelet-feature-gate': 'error',
  'kubelet-number': 'error',
  'kubelet-choice': 'error',
  'kubelet-together': 'error',
  'kubelet-bad-value': 'error',
  'kubelet-authorization-mode': 'error',
  'kubelet-unknown-field': 'warning',
  'kubelet-duplicate-key': 'warning',
  'kubelet-anonymous': 'warning',
  'kubelet-allows-all': 'warning',
  'kubelet-read-only-port': 'warning',
} as const satisfies Record<string, Severity>

export type KubeletCode = keyof typeof kubeletFindings
