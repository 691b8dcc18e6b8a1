import type { Severity } from '../../yaml/finding.ts'

/** Every finding about roles and bindings. Errors: `kubectl apply` fails for the object. */
export const rbacFindings = {
  'rbac-unknown-version': 'error',
  'rbac-wrong-type': 'error',
  'rbac-unknown-field': 'error',
  'rbac-duplicate-key': 'error',
  'rbac-metadata': 'error',
  'rbac-rule': 'error',
  'rbac-aggregation': 'error',
  'rbac-role-ref': 'error',
  'rbac-subject': 'error',
} as const satisfies Record<string, Severity>

export type RbacCode = keyof typeof rbacFindings
