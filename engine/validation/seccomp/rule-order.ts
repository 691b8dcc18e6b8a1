import type { Operator } from './condition.ts'
import type { Test } from './rule-chain.ts'

/** Operators as the profile wrote them: equality, then upper bounds, then lower ones. */
const kinds: Readonly<Record<Operator, number>> = { EQ: 0, NE: 0, MASKED_EQ: 0, LE: 1, LT: 1, GE: 2, GT: 2 }

/**
 * How two tests stand on one level, as a sort takes it: later arguments first, the high word before the low one, then by kind; upper
 * bounds from the smallest, all else from the largest. At 0 the one that came first stays first.
 */
export function order<T>(a: Test<T>, b: Test<T>): number {
  const rising = kinds[a.written] === kinds.LE ? 1 : -1
  return (
    b.arg - a.arg ||
    Number(b.high) - Number(a.high) ||
    kinds[a.written] - kinds[b.written] ||
    rising * (a.datum - b.datum)
  )
}

/** Whether two tests ask the same; NE is EQ with its sides changed. */
export function isSame<T>(a: Test<T>, b: Test<T>): boolean {
  return a.arg === b.arg && a.high === b.high && a.op === b.op && a.datum === b.datum && a.mask === b.mask
}
