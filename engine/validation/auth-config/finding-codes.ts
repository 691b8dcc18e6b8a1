import type { Finding, Severity } from '../../yaml/finding.ts'
import type { Path, Range } from '../../yaml/range.ts'

/** Every finding about an AuthenticationConfiguration. Errors: the API server does not start with the file. */
export const authenticationFindings = {
  'authentication-bad-json': 'error',
  'authentication-wrong-kind': 'error',
  'authentication-wrong-type': 'error',
  'authentication-unknown-field': 'error',
  'authentication-duplicate-key': 'error',
  'authentication-issuer': 'error',
  'authentication-claims': 'error',
  'authentication-user-rule': 'error',
  'authentication-conditions': 'error',
  'authentication-anonymous': 'warning',
  'authentication-no-prefix': 'warning',
} as const satisfies Record<string, Severity>

/** The same about an AuthorizationConfiguration. */
export const authorizationFindings = {
  'authorization-bad-json': 'error',
  'authorization-wrong-kind': 'error',
  'authorization-wrong-type': 'error',
  'authorization-unknown-field': 'error',
  'authorization-duplicate-key': 'error',
  'authorization-nobody': 'error',
  'authorization-type': 'error',
  'authorization-name': 'error',
  'authorization-webhook': 'error',
  'authorization-condition': 'error',
  'authorization-allows-all': 'warning',
  'authorization-never-asked': 'warning',
  'authorization-fails-open': 'warning',
  'authorization-no-node': 'warning',
  'authorization-no-rbac': 'warning',
} as const satisfies Record<string, Severity>

export type AuthCode = keyof typeof authenticationFindings | keyof typeof authorizationFindings

export function finding(code: AuthCode, path: Path, range: Range, message: string): Finding {
  const severity = { ...authenticationFindings, ...authorizationFindings }[code]
  return { code, severity, path, range, message, data: {} }
}
