import { compileSeccompProfile } from '#engine/validation/seccomp/decide.ts'
import { runtimeDefaultProfile } from '#engine/validation/seccomp/default-profile.ts'
import { syscallsOf } from '#engine/validation/seccomp/syscalls.ts'

/** The calls of x86_64 by what the default profile makes of them. */
export interface Count {
  readonly allowed: readonly string[]
  /** Allowed with some arguments, refused with others. */
  readonly depends: readonly string[]
  readonly refused: readonly string[]
}

/** Asks the default profile about every call there is. */
export function countRuntimeDefault(capabilities: readonly string[]): Count {
  const profile = runtimeDefaultProfile(capabilities)
  const filter = compileSeccompProfile(profile)
  const named = new Set(profile.syscalls.filter(it => it.args.length === 0).flatMap(it => it.names))
  const conditional = new Set(profile.syscalls.filter(it => it.args.length > 0).flatMap(it => it.names))

  const count = { allowed: [] as string[], depends: [] as string[], refused: [] as string[] }
  for (const syscall of syscallsOf('x86_64')) {
    const decision = filter.decide({ syscall })
    // A rule without a condition wins over those with one.
    if (conditional.has(syscall) && !named.has(syscall)) count.depends.push(syscall)
    else if ('action' in decision && decision.action === 'ALLOW') count.allowed.push(syscall)
    else count.refused.push(syscall)
  }
  return count
}
