import type { Finding, Severity } from '../../yaml/finding.ts'
import type { Path, Range } from '../../yaml/range.ts'

/** Every finding about what admission plugins are told. Errors: the API server does not start with the file. */
export const admissionFindings = {
  'admission-bad-json': 'error',
  'admission-wrong-kind': 'error',
  'admission-wrong-type': 'error',
  'admission-unknown-field': 'error',
  'admission-duplicate-key': 'error',
  'admission-image-policy': 'error',
  'admission-pod-security': 'error',
  'admission-event-rate-limit': 'error',
  'admission-no-configuration': 'error',
  'admission-plugin-name': 'warning',
  'admission-plugin-twice': 'warning',
  'admission-path-not-read': 'warning',
  'admission-relative-kubeconfig': 'warning',
  'admission-fails-open': 'warning',
  'admission-zero-time': 'warning',
  'admission-nothing-enforced': 'warning',
  'admission-kube-system': 'warning',
} as const satisfies Record<string, Severity>

export type AdmissionCode = keyof typeof admissionFindings

export function finding(code: AdmissionCode, path: Path, range: Range, message: string): Finding {
  return { code, severity: admissionFindings[code], path, range, message, data: {} }
}
