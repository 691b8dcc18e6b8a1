import type { Finding } from '../../yaml/finding.ts'
import { nearestName } from '../nearest-name.ts'
import { actionOf, sameVerdict, verdictOf } from './action.ts'
import { architectureOf } from './architecture.ts'
import type { CompiledSeccomp } from './decide.ts'
import { finding } from './finding-codes.ts'
import { lintEscapes } from './lint-escapes.ts'
import { multiplexer } from './multiplexed.ts'
import { type Overruled, overruledRules } from './overruled.ts'
import type { Arch, SeccompEntry, SeccompProfile } from './profile.ts'
import { containerStarts } from './starts.ts'
import { allSyscalls, isSyscall, syscallNumber } from './syscalls.ts'

/** What the runtime accepts although it is hardly meant: each with what to do. The profile is one that runc could convert. */
export function lintProfile(profile: SeccompProfile, compiled: CompiledSeccomp): readonly Finding[] {
  if (profile.defaultAction === '') {
    const words = 'No default action and no entries: seccomp is off for the container. Write `defaultAction`.'
    return [finding('seccomp-off', [], undefined, words)]
  }
  const tables = new Set<Arch>([compiled.arch, ...profile.architectures.flatMap(it => architectureOf(it)?.arch ?? [])])
  const suggest = suggestions()
  return [
    ...profile.syscalls.flatMap((entry, index) => [
      ...lintNames(entry, index, tables, suggest),
      ...lintErrno(entry, index),
      ...lintArgs(entry, index),
      ...lintSameAsDefault(profile, entry, index),
    ]),
    ...overruledRules(profile).map(it => lintOverruled(profile, it)),
    ...lintEscapes(profile, compiled),
    ...lintStart(compiled, profile),
  ]
}

/** Looking for a near name costs some time; a file with more unknown names than this is not a profile. */
const MAX_SUGGESTIONS = 200

function suggestions(): (name: string) => string | undefined {
  let left = MAX_SUGGESTIONS
  return name => (left-- > 0 ? nearestName(name.replace(/^(sys|SYS|__NR)_/, ''), allSyscalls()) : undefined)
}

function lintNames(
  { names, nameRanges, range }: SeccompEntry,
  index: number,
  tables: ReadonlySet<Arch>,
  suggest: (name: string) => string | undefined,
): Finding[] {
  const path = ['syscalls', index, 'names']
  if (names.length === 0) {
    const words = 'This entry names no system call, so it does nothing. Add `names`.'
    return [finding('seccomp-no-names', path, range, words)]
  }
  return names.flatMap((name, at) => {
    const place = nameRanges?.[at] ?? range
    if (name === '') return []
    if (!isSyscall(name)) {
      const meant = suggest(name)
      const remedy = meant === undefined ? 'Look up its name.' : `Did you mean \`${meant}\`?`
      const words = `No system call is named \`${name}\`: the runtime skips it without a word. ${remedy}`
      const data = { name, ...(meant !== undefined && { meant }) }
      return [finding('seccomp-unknown-syscall', [...path, at], place, words, data)]
    }
    const exists = [...tables].some(
      arch => syscallNumber(arch, name) !== undefined || (arch === 'x86' && multiplexer(name) !== undefined),
    )
    if (exists) return []
    const where = [...tables].join(', ')
    const words = `\`${name}\` does not exist on ${where}, so it does nothing there. Delete it, or add its architecture.`
    return [finding('seccomp-other-architecture', [...path, at], place, words, { name, architectures: [...tables] })]
  })
}

function lintErrno({ action, errnoRet, range }: SeccompEntry, index: number): Finding[] {
  if (errnoRet === undefined) return []
  const path = ['syscalls', index, 'errnoRet']
  if (action !== 'SCMP_ACT_ERRNO' && action !== 'SCMP_ACT_TRACE') {
    const words = `\`errnoRet\` counts only with SCMP_ACT_ERRNO and SCMP_ACT_TRACE; ${action} ignores it. Delete it.`
    return [finding('seccomp-errno-ignored', path, range, words, { action })]
  }
  if (errnoRet <= 0xffffn) return []
  const becomes = Number(errnoRet & 0xffffn)
  const words = `Only 16 bits of \`errnoRet\` are kept: ${errnoRet} becomes ${becomes}. Write the number you mean.`
  return [finding('seccomp-errno-wraps', path, range, words, { errnoRet, becomes })]
}

function lintArgs({ args, range }: SeccompEntry, index: number): Finding[] {
  const path = ['syscalls', index, 'args']
  const findings = args.flatMap((arg, at) => {
    if (arg.op === 'SCMP_CMP_MASKED_EQ' || arg.valueTwo === 0n) return []
    const words = `\`valueTwo\` counts only with SCMP_CMP_MASKED_EQ; ${arg.op} ignores it. Delete it.`
    return [finding('seccomp-value-two-ignored', [...path, at, 'valueTwo'], arg.range, words, { op: arg.op })]
  })
  const looked = new Set<bigint>()
  const twice = args.find(({ index }) => looked.has(index) || !looked.add(index))
  if (twice === undefined) return findings
  const words =
    `Two comparisons look at argument ${twice.index}. Then each comparison of this entry counts alone: one that holds is enough. ` +
    'Keep one comparison per argument.'
  return [...findings, finding('seccomp-arguments-or', path, range, words, { index: twice.index })]
}

function lintSameAsDefault(profile: SeccompProfile, entry: SeccompEntry, index: number): Finding[] {
  const action = actionOf(entry.action)
  const fallback = actionOf(profile.defaultAction)
  if (action === undefined || fallback === undefined || entry.names.length === 0) return []
  if (!sameVerdict(verdictOf(action, entry.errnoRet), verdictOf(fallback, profile.defaultErrnoRet))) return []
  const words = 'This entry changes nothing: the runtime skips entries whose action is the default action.'
  return [finding('seccomp-same-as-default', ['syscalls', index], entry.range, words)]
}

function lintOverruled(profile: SeccompProfile, { name, rule, at, by }: Overruled): Finding {
  const loser = profile.syscalls[rule]
  const range = loser?.nameRanges?.[at] ?? loser?.range
  const words = `Rule ${rule + 1} never decides about \`${name}\`: rule ${by + 1} names it without conditions. Keep one of the two.`
  return finding('seccomp-never-decides', ['syscalls', rule, 'names', at], range, words, { name, rule, by })
}

/** With `noNewPrivileges` a container needs less, so what stops it then stops every container. */
function lintStart(compiled: CompiledSeccomp, profile: SeccompProfile): Finding[] {
  if (compiled.refusal !== undefined) return []
  for (const noNewPrivileges of [true, false]) {
    const start = containerStarts(compiled, { noNewPrivileges })
    if ('undecided' in start || start.starts || start.missing === undefined) continue
    const { missing, message } = start
    const who = noNewPrivileges ? 'No container' : 'A container without `allowPrivilegeEscalation: false`'
    const verb = noNewPrivileges ? 'can start' : 'cannot start'
    const words = `${who} ${verb} under this profile: it needs \`${missing}\`. Allow it.`
    const data = { missing, noNewPrivileges, ...(message !== undefined && { says: message }) }
    return [finding('seccomp-cannot-start', [], profile.defaultActionRange, words, data)]
  }
  return []
}
