import type { Severity } from '../../yaml/finding.ts'

/** Every finding about an EncryptionConfiguration. Errors: the API server does not start with the file. */
export const encryptionFindings = {
  'encryption-bad-json': 'error',
  'encryption-wrong-kind': 'error',
  'encryption-wrong-type': 'error',
  'encryption-unknown-field': 'error',
  'encryption-duplicate-key': 'error',
  'encryption-nothing-listed': 'error',
  'encryption-overlap': 'error',
  'encryption-resource-name': 'error',
  'encryption-provider': 'error',
  'encryption-key': 'error',
  'encryption-kms': 'error',
  'encryption-masked': 'error',
  'encryption-writes-plain': 'warning',
  'encryption-no-identity': 'warning',
  'encryption-same-key-name': 'warning',
  'encryption-singular': 'warning',
} as const satisfies Record<string, Severity>

export type EncryptionCode = keyof typeof encryptionFindings
