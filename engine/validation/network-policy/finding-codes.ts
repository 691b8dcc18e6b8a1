import type { Severity } from '../../yaml/finding.ts'

/** Every finding about a NetworkPolicy. Errors: `kubectl apply` fails for it. */
export const networkPolicyFindings = {
  'network-policy-unknown-version': 'error',
  'network-policy-wrong-type': 'error',
  'network-policy-unknown-field': 'error',
  'network-policy-duplicate-key': 'error',
  'network-policy-metadata': 'error',
  'network-policy-selector': 'error',
  'network-policy-port': 'error',
  'network-policy-peer': 'error',
  'network-policy-address': 'error',
  'network-policy-policy-types': 'error',
  'network-policy-odd-address': 'warning',
} as const satisfies Record<string, Severity>

export type NetworkPolicyCode = keyof typeof networkPolicyFindings
