import type { Verdict } from '#engine/grade/report.ts'

const order = { miss: 0, ungraded: 1, pass: 2 } as const

/** Missed checks, then what could not be graded, then earned ones, then guards that hold. */
export function missedFirst(verdicts: readonly Verdict[]): readonly Verdict[] {
  const rank = ({ outcome, guard }: Verdict) => order[outcome.result] + (guard && outcome.result === 'pass' ? 1 : 0)
  return verdicts.toSorted((a, b) => rank(a) - rank(b))
}
