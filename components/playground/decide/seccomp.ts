import { readSeccompProfile } from '#engine/validation/seccomp/read.ts'
import { parseCall } from '../../lesson/call.ts'
import { decideCall } from '../../lesson/decide-call.ts'
import type { Open, Why } from '../playground.ts'
import { tallySeccomp } from '../tally/seccomp.ts'
import { counted } from './place.ts'

/** What the kernel makes of a system call under a profile. */
export const openSeccomp: Open = text => {
  const { value: profile, findings } = readSeccompProfile(text)
  if (!profile) return { findings }
  return {
    findings,
    summary: `Read ${counted(profile.syscalls.length, 'rule')}.`,
    tally: () => tallySeccomp(text, profile),
    ask({ call: written = '' }) {
      const call = parseCall(written)
      if (!call) return 'Write a name, with numbers for its arguments: clone(0x10000000).'
      const { decided, outcome, by, lit } = decideCall(text, call)
      if (!decided) return by
      const rule = Number(/^rule (\d+)/.exec(by)?.[1] ?? 0) - 1
      const naming = profile.syscalls.flatMap((entry, index): readonly Why[] => {
        if (!entry.names.includes(call.syscall)) return []
        const label = `Rule ${index + 1}`
        if (index === rule) return [{ label, says: 'names it and decides', state: 'decides' }]
        const says =
          entry.args.length > 0 ? 'names it, with conditions on its arguments' : 'names it, and does not decide'
        return [{ label, says, state: 'passed' }]
      })
      const rest: Why = { label: 'Default', says: by, state: 'decides' }
      const nobody: Why = { label: 'Rules', says: `none of them names ${call.syscall}`, state: 'passed' }
      return {
        outcome,
        note: `${call.syscall} is asked for on x86-64.`,
        by,
        lit: lit ? [lit] : [],
        why: [...(naming.length > 0 ? naming : [nobody]), ...(rule < 0 ? [rest] : [])],
      }
    },
  }
}
