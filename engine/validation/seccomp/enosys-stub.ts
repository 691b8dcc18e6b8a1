import { actionOf } from './action.ts'
import { multiplexer } from './multiplexed.ts'
import type { Arch, SeccompProfile } from './profile.ts'
import { isSyscall, syscallNumber } from './syscalls.ts'

/**
 * runc since 1.0.0-rc94: a call with a number above every name of the profile, whatever its action, answers ENOSYS before the
 * profile is looked at, so that C libraries fall back to older calls. Not when the default lets calls pass.
 */
export function stubLimits(profile: SeccompProfile, tables: Iterable<Arch>): ReadonlyMap<Arch, number> {
  const limits = new Map<Arch, number>()
  const action = actionOf(profile.defaultAction)
  if (action === 'ALLOW' || action === 'LOG' || action === 'TRACE') return limits
  const names = [...new Set(profile.syscalls.flatMap(entry => entry.names))].filter(isSyscall)
  for (const arch of tables) {
    // On x86 libseccomp answers with a pseudo number for what is multiplexed, which runc leaves out.
    const numbers = names.flatMap(name =>
      arch === 'x86' && multiplexer(name) ? [] : (syscallNumber(arch, name) ?? []),
    )
    const limit = numbers.reduce((a, b) => Math.max(a, b), 0)
    // Number 0 looks to runc like no call at all.
    if (limit > 0) limits.set(arch, limit)
  }
  return limits
}
