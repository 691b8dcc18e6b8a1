import type { Finding, Severity } from '../../yaml/finding.ts'
import type { Range } from '../../yaml/range.ts'

/** Every finding about containerd's configuration. Errors: containerd, or its part for the kubelet, does not start. */
export const containerdFindings = {
  'containerd-too-large': 'error',
  'containerd-toml-syntax': 'error',
  'containerd-defined-twice': 'error',
  'containerd-wrong-type': 'error',
  'containerd-version': 'error',
  'containerd-plugin-name': 'error',
  'containerd-import-missing': 'error',
  'containerd-default-runtime': 'error',
  'containerd-bad-setting': 'error',
  'containerd-unknown-key': 'warning',
  'containerd-table-not-read': 'warning',
  'containerd-no-runtime-type': 'warning',
  'containerd-cri-disabled': 'warning',
} as const satisfies Record<string, Severity>

export type ContainerdCode = keyof typeof containerdFindings

export function finding(
  code: ContainerdCode,
  path: Finding['path'],
  range: Range | undefined,
  message: string,
  data: Readonly<Record<string, unknown>> = {},
): Finding {
  return { code, severity: containerdFindings[code], path, ...(range && { range }), message, data }
}
