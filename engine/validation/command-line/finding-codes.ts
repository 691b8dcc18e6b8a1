import type { Finding, Severity } from '../../yaml/finding.ts'
import type { Written } from './command-line.ts'

/** Every finding about the command line of a component. Errors: it ends before it has begun. */
export const flagFindings = {
  'flags-unknown': 'error',
  'flags-value': 'error',
  'flags-argument': 'error',
  'flags-feature-gate': 'error',
  'flags-together': 'error',
  'flags-removed': 'warning',
  'flags-misspelt': 'warning',
  'flags-deprecated': 'warning',
  'flags-benchmark': 'info',
} as const satisfies Record<string, Severity>

export type FlagCode = keyof typeof flagFindings

export function finding(code: FlagCode, { path, range }: Omit<Written, 'text'>, message: string): Finding {
  return { code, severity: flagFindings[code], path, range, message, data: {} }
}
