import type { Finding, Severity } from '../../yaml/finding.ts'
import type { Path, Range } from '../../yaml/range.ts'

/** Every finding about a RuntimeClass, and a Pod that names one. Errors: `kubectl apply` fails for the object. */
export const runtimeClassFindings = {
  'runtime-class-no-kind': 'error',
  'runtime-class-unknown-kind': 'error',
  'runtime-class-wrong-type': 'error',
  'runtime-class-unknown-field': 'error',
  'runtime-class-duplicate-key': 'error',
  'runtime-class-bad-quantity': 'error',
  'runtime-class-name': 'error',
  'runtime-class-handler': 'error',
  'runtime-class-overhead': 'error',
  'runtime-class-node-selector': 'error',
  'runtime-class-toleration': 'error',
  'runtime-class-pod': 'error',
  'runtime-class-empty-name': 'error',
} as const satisfies Record<string, Severity>

export type RuntimeClassCode = keyof typeof runtimeClassFindings

export function finding(
  code: RuntimeClassCode,
  path: Path,
  range: Range | undefined,
  message: string,
  data: Readonly<Record<string, unknown>> = {},
): Finding {
  return { code, severity: runtimeClassFindings[code], path, ...(range && { range }), message, data }
}
