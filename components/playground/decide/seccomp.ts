import { readSeccompProfile } from '#engine/validation/seccomp/read.ts'
import type { Open } from '../playground.ts'
import { tallySeccomp } from '../tally/seccomp.ts'
import { counted } from './place.ts'
import { askSeccomp } from './seccomp/ask.ts'

/** What the kernel makes of a system call under a profile, and what else is to be known of the profile. */
export const openSeccomp: Open = text => {
  const { value: profile, findings } = readSeccompProfile(text)
  if (!profile) return { findings }
  return {
    findings,
    summary: `Read ${counted(profile.syscalls.length, 'rule')}.`,
    tally: () => tallySeccomp(text, profile),
    known: { call: [...new Set(profile.syscalls.flatMap(it => it.names))] },
    ask: form => askSeccomp(text, form, profile),
  }
}
