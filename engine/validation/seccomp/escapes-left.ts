import { letsPass } from './action.ts'
import type { SeccompVerdict } from './decision.ts'
import { type EscapeCall, escapeCalls, type Matter } from './escape-calls.ts'
import { type FilterView, type ViewOptions, viewFilter } from './filter-view.ts'
import { multiplexer } from './multiplexed.ts'
import { assumed, type Budget, fittingArgs, type Known, waysThrough } from './paths.ts'
import type { Arch, SeccompProfile } from './profile.ts'
import { syscallNumber } from './syscalls.ts'

/** One table through which a call goes through. */
export interface Opening {
  readonly arch: Arch
  readonly number: number
  /** The call that takes others, by which it is made on x86. */
  readonly through?: 'socketcall' | 'ipc'
  /** With every argument that matters, or with some; `unknown` when its conditions are too many to look through. */
  readonly passes: 'always' | 'by-arguments' | 'unknown'
  /** Arguments with which it matters and passes; those not given are 0. */
  readonly args: readonly bigint[]
  /** What lets it pass with these; absent when that is unknown. */
  readonly decision?: SeccompVerdict
}

export interface EscapeLeft {
  readonly syscall: string
  readonly why: string
  readonly openings: readonly Opening[]
}

/** Tests for one call on one table, and for all. */
const MAX_TESTS = 5000
const MAX_ALL_TESTS = 60_000

/**
 * The system calls that commonly matter for an escape and that go through all the same, logged or not: on which table, and
 * whether always. Calls that a tracer or a listener decides are not counted. Undefined when the runtime refuses the profile.
 */
export function escapesLeft(profile: SeccompProfile, options: ViewOptions = {}): readonly EscapeLeft[] | undefined {
  const view = viewFilter(profile, options)
  if ('refusal' in view) return undefined
  const whole: Budget = { left: MAX_ALL_TESTS }
  return escapeCalls.flatMap(call => {
    const openings = view.archs.flatMap(arch => openingsOf(call, arch, view, whole))
    return openings.length === 0 ? [] : [{ syscall: call.syscall, why: call.why, openings }]
  })
}

function openingsOf({ syscall, when }: EscapeCall, arch: Arch, view: FilterView, whole: Budget): readonly Opening[] {
  const openings: Opening[] = []
  const number = syscallNumber(arch, syscall)
  if (number !== undefined) {
    const opening = look(view, whole, arch, number, when ? when.flatMap(starting) : [nothingKnown])
    if (opening) openings.push(opening)
  }
  const mux = arch === 'x86' ? multiplexer(syscall) : undefined
  if (mux) {
    // Its arguments lie in memory then, where no filter sees them.
    const through = mux.number === 102 ? 'socketcall' : 'ipc'
    const opening = look(view, whole, arch, mux.number, starting({ arg: 0, value: BigInt(mux.call) }))
    if (opening) openings.push({ ...opening, through })
  }
  return openings
}

function look(
  view: FilterView,
  whole: Budget,
  arch: Arch,
  number: number,
  starts: readonly Known[],
): Opening | undefined {
  const most = Math.min(MAX_TESTS, whole.left)
  const budget: Budget = { left: most }
  let open: Omit<Opening, 'passes'> | undefined
  let isAlways = true
  for (const start of starts)
    for (const { decision = view.fallback, known } of waysThrough(view.rulesOf(arch, number), start, budget)) {
      if (!letsPass(decision.action)) isAlways = false
      else open ??= { arch, number, args: fittingArgs(known), decision }
    }
  whole.left -= most - Math.max(budget.left, 0)
  if (budget.left < 0) isAlways = false
  if (open) return { ...open, passes: isAlways ? 'always' : 'by-arguments' }
  return budget.left < 0 ? { arch, number, args: [], passes: 'unknown' } : undefined
}

const nothingKnown: Known = new Map()

/** What is known of the arguments when they are such that the call matters. The values fit into 32 bits. */
function starting({ arg, value, bits, not }: Matter): readonly Known[] {
  const datum = Number(value)
  const [low, high] = [
    { arg, high: false, mask: 0xffffffff },
    { arg, high: true, mask: 0xffffffff },
  ]
  let known: Known = nothingKnown
  const add = (asked: Parameters<typeof assumed>[1], isYes: boolean) => {
    const more = assumed(known, asked, isYes)
    if (more !== undefined && more !== 'too-long') known = more
  }
  if (bits) add({ ...low, op: 'MASKED_EQ', mask: datum, datum: 0 }, false)
  else {
    add({ ...low, op: 'EQ', datum }, true)
    add({ ...high, op: 'EQ', datum: 0 }, true)
  }
  if (not !== undefined) add({ ...low, op: 'EQ', datum: Number(not) }, false)
  return [known]
}
