import { buildFilter } from './build-filter.ts'
import type { SeccompVerdict } from './decision.ts'
import { stubLimits } from './enosys-stub.ts'
import type { Arch, SeccompProfile } from './profile.ts'
import type { Branch } from './rule-chain.ts'

/** A filter to be looked at as a whole, instead of being asked call by call. */
export interface FilterView {
  /** The tables that the filter knows; calls through any other kill the thread. */
  readonly archs: readonly Arch[]
  /** The rules of a number; a leaf where arguments do not matter. */
  rulesOf(arch: Arch, number: number): Branch<SeccompVerdict>
  /** What decides when no rule matches. */
  readonly fallback: SeccompVerdict
  /** The number above which runc answers ENOSYS by itself. */
  limitOf(arch: Arch): number | undefined
}

export interface ViewOptions {
  /** The machine’s own table; by default x86_64. */
  readonly arch?: Arch
  readonly runtime?: 'runc' | 'crun'
}

const everyArch: readonly Arch[] = ['x86_64', 'x86', 'x32', 'aarch64', 'arm']
/** What one machine can run. */
const machines: readonly (readonly Arch[])[] = [
  ['x86_64', 'x86', 'x32'],
  ['aarch64', 'arm'],
]

/** The tables through which a program can make calls on a machine with this one. */
export function tablesBeside(arch: Arch): readonly Arch[] {
  return machines.find(it => it.includes(arch)) ?? [arch]
}

/** The filter that a runtime makes of a profile, or its words when it refuses. */
export function viewFilter(
  profile: SeccompProfile,
  { arch = 'x86_64', runtime = 'runc' }: ViewOptions = {},
): FilterView | { readonly refusal: string } {
  if (profile.refusal !== undefined) return { refusal: profile.refusal }
  if (profile.defaultAction === '' && profile.syscalls.length === 0) return unconfined
  const { filter, findings } = buildFilter(profile, arch, runtime)
  const refusal = findings[0]?.message
  if (!filter || refusal !== undefined) return { refusal: refusal ?? 'the profile cannot be read' }
  const { tables, fallback } = filter
  const limits = runtime === 'runc' ? stubLimits(profile, tables.keys()) : new Map<Arch, number>()
  return {
    archs: [...tables.keys()],
    fallback,
    limitOf: it => limits.get(it),
    rulesOf(it, number) {
      const table = tables.get(it)
      if (!table) return leaf({ action: 'KILL_THREAD', by: { kind: 'bad-arch' } })
      if (number > (limits.get(it) ?? number)) return leaf({ action: 'ERRNO', errno: 38, by: { kind: 'enosys-stub' } })
      return table.get(number)?.tree ?? leaf(fallback)
    },
  }
}

const nothing: SeccompVerdict = { action: 'ALLOW', by: { kind: 'unconfined' } }
const unconfined: FilterView = {
  archs: everyArch,
  fallback: nothing,
  limitOf: () => undefined,
  rulesOf: () => leaf(nothing),
}

function leaf(decision: SeccompVerdict): Branch<SeccompVerdict> {
  return { key: '', decision }
}
