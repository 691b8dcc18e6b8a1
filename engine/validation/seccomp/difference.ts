import { sameVerdict } from './action.ts'
import type { SeccompVerdict } from './decision.ts'
import { type FilterView, tablesBeside, type ViewOptions, viewFilter } from './filter-view.ts'
import { multiplexedCall } from './multiplexed.ts'
import { type Budget, fittingArgs, type Known, waysThrough } from './paths.ts'
import type { Arch, SeccompProfile } from './profile.ts'
import { type Branch, isLevel } from './rule-chain.ts'
import { syscallName, syscallNumber, syscallsOf } from './syscalls.ts'

/** A call that two filters treat differently. */
export interface CallDifference {
  readonly arch: Arch
  /** Absent: no call is known by this number, so it stands for all such numbers. */
  readonly syscall?: string
  readonly number: number
  /** The call that is made through `socketcall` or `ipc`. */
  readonly means?: string
  /** Arguments that show it; those not given are 0. */
  readonly args: readonly bigint[]
  readonly before: SeccompVerdict
  readonly after: SeccompVerdict
  /** Whether it shows with every argument; `some`: others are, or may be, treated alike. */
  readonly shows: 'always' | 'some'
}

export interface ProfileDifference {
  readonly differences: readonly CallDifference[]
  /** Calls whose conditions are too many to be compared: `undecided` with a sentence. */
  readonly undecided?: string
}

/** Tests for one call, and for all of them, in both filters together. Profiles of people take a few dozen a call. */
const MAX_TESTS = 20_000
const MAX_ALL_TESTS = 60_000
/** Pairs of outcomes that are shown of one call. */
const MAX_PAIRS = 6

/**
 * Every system call whose fate is another under `after` than under `before`, on every table that the machine can run, with
 * arguments that show it. Nothing found and nothing undecided: the two are the same to every program. What decides may differ.
 */
export function compareProfiles(
  before: SeccompProfile,
  after: SeccompProfile,
  options: ViewOptions & { readonly maxTests?: number } = {},
): ProfileDifference {
  const whole: Budget = { left: options.maxTests ?? MAX_ALL_TESTS }
  const [a, b] = [viewFilter(before, options), viewFilter(after, options)]
  if ('refusal' in a) return refused('first', a.refusal)
  if ('refusal' in b) return refused('second', b.refusal)
  const differences: CallDifference[] = []
  const unclear: string[] = []
  for (const arch of tablesBeside(options.arch ?? 'x86_64')) {
    if (!a.archs.includes(arch) && !b.archs.includes(arch)) continue
    for (const number of numbersOf(arch, a, b)) {
      const compared = compareCall(arch, number, a, b, whole)
      if (compared === 'too-long') unclear.push(syscallName(arch, number) ?? String(number))
      else differences.push(...compared)
    }
  }
  if (unclear.length === 0) return { differences }
  const [first, ...others] = unclear
  const whom = others.length === 0 ? `\`${first}\`` : `\`${first}\` and ${others.length} more`
  return { differences, undecided: `There are too many conditions about ${whom} to compare them all.` }
}

function refused(which: 'first' | 'second', refusal: string): ProfileDifference {
  return { differences: [], undecided: `The runtime refuses the ${which} profile: ${refusal}` }
}

/** All that have a name, and of those without one each kind: below and above what runc answers by itself, and -1. */
function numbersOf(arch: Arch, ...views: readonly FilterView[]): readonly number[] {
  const named = syscallsOf(arch).flatMap(name => syscallNumber(arch, name) ?? [])
  const isNamed = new Set(named)
  const base = arch === 'x32' ? 0x40000000 : 0
  const limits = views.flatMap(it => it.limitOf(arch) ?? []).toSorted((a, b) => a - b)
  const nameless: number[] = []
  for (const from of [base, ...limits.map(it => it + 1)]) {
    let number = from
    while (isNamed.has(number)) number++
    nameless.push(number)
  }
  return [...named, ...new Set(nameless), ...(arch === 'x86_64' ? [] : [0xffffffff])]
}

function compareCall(
  arch: Arch,
  number: number,
  before: FilterView,
  after: FilterView,
  whole: Budget,
): readonly CallDifference[] | 'too-long' {
  const [a, b] = [before.rulesOf(arch, number), after.rulesOf(arch, number)]
  if (shapeOf(a, before) === shapeOf(b, after)) return []
  const found = new Map<string, CallDifference>()
  const most = Math.min(MAX_TESTS, whole.left)
  const budget: Budget = { left: most }
  let isAlways = true
  for (const one of waysThrough(a, nothingKnown, budget))
    for (const both of waysThrough(b, one.known, budget)) {
      const [was, is] = [one.decision ?? before.fallback, both.decision ?? after.fallback]
      if (sameVerdict(was, is)) isAlways = false
      else {
        const pair = `${keyOf(was)} ${keyOf(is)}`
        if (!found.has(pair)) found.set(pair, difference(arch, number, both.known, was, is))
      }
    }
  whole.left -= most - Math.max(budget.left, 0)
  if (budget.left < 0) isAlways = false
  if (found.size === 0 && budget.left < 0) return 'too-long'
  const shows = isAlways && found.size === 1 ? 'always' : 'some'
  return [...found.values()].slice(0, MAX_PAIRS).map(it => ({ ...it, shows }))
}

const nothingKnown: Known = new Map()
const keyOf = ({ action, errno }: SeccompVerdict) => `${action} ${errno ?? ''}`

function difference(
  arch: Arch,
  number: number,
  known: Known,
  before: SeccompVerdict,
  after: SeccompVerdict,
): CallDifference {
  const syscall = syscallName(arch, number)
  const args = fittingArgs(known)
  const means = arch === 'x86' ? multiplexedCall(number, Number((args[0] ?? 0n) & 0xffffffffn)) : undefined
  return {
    arch,
    ...(syscall !== undefined && { syscall }),
    number,
    ...(means !== undefined && { means }),
    args,
    before,
    after,
    shows: 'some',
  }
}

/** Rules as a text: two filters with equal texts decide alike. Levels are shared, so each is written once. */
function shapeOf(tree: Branch<SeccompVerdict>, { fallback }: FilterView): string {
  const pieces: string[] = [`else ${keyOf(fallback)}`]
  const seen = new Map<unknown, number>()
  const waiting: (Branch<SeccompVerdict> | undefined)[] = [tree]
  while (waiting.length > 0) {
    const it = waiting.pop()
    if (it === undefined) pieces.push('-')
    else if (!isLevel(it)) pieces.push(keyOf(it.decision))
    else if (seen.has(it.tests)) pieces.push(`#${seen.get(it.tests)}`)
    else {
      seen.set(it.tests, seen.size)
      pieces.push(
        `[${it.tests.map(({ arg, high, op, mask, datum }) => [arg, high, op, mask, datum].join()).join(';')}]`,
      )
      for (const { yes, no } of it.tests) waiting.push(yes, no)
    }
  }
  // A leaf needs no default.
  return isLevel(tree) ? pieces.join(' ') : (pieces[1] ?? '')
}
