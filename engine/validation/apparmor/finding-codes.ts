import type { Severity } from '../../yaml/finding.ts'

/** Every finding about an AppArmor profile and how much it matters. Errors: apparmor_parser loads nothing of the file. */
export const apparmorFindings = {
  'apparmor-too-large': 'error',
  'apparmor-syntax': 'error',
  'apparmor-unexpected-character': 'error',
  'apparmor-missing-comma': 'error',
  'apparmor-profile-name': 'error',
  'apparmor-duplicate-profile': 'error',
  'apparmor-flag': 'error',
  'apparmor-prefix': 'error',
  'apparmor-permissions': 'error',
  'apparmor-exec-conflict': 'error',
  'apparmor-glob': 'error',
  'apparmor-capability': 'error',
  'apparmor-network': 'error',
  'apparmor-condition': 'error',
  'apparmor-mount': 'error',
  'apparmor-rlimit': 'error',
  'apparmor-include': 'error',
  'apparmor-variable': 'error',
  'apparmor-include-comment': 'warning',
  'apparmor-not-enforced': 'warning',
  'apparmor-never-allows': 'warning',
  'apparmor-partly-denied': 'warning',
  'apparmor-wide-open': 'warning',
  'apparmor-leaves-profile': 'warning',
  'apparmor-deny-owner': 'warning',
  'apparmor-no-attach-disconnected': 'warning',
  'apparmor-file-name': 'warning',
} as const satisfies Record<string, Severity>

export type ApparmorCode = keyof typeof apparmorFindings
