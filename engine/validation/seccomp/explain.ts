import type { SeccompCall, SeccompDecision } from './decide.ts'
import type { SeccompProfile } from './profile.ts'

/** A decision as plain sentences. `text` is the profile's source, for line numbers. */
export function explainSeccomp(
  _profile: SeccompProfile,
  call: SeccompCall,
  _decision: SeccompDecision,
  _text?: string,
): string {
  return `\`${call.syscall}\``
}
