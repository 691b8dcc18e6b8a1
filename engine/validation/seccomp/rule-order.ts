import type { Operator } from './condition.ts'
import type { Test } from './rule-chain.ts'

const weights: Readonly<Record<Operator, number>> = { MASKED_EQ: 3, EQ: 3, NE: 3, LE: 2, LT: 2, GE: 1, GT: 1 }

/**
 * Whether `a` is tried before `b` on one level: later arguments first, the high word before the low one, equality before order,
 * tighter bounds before wider ones.
 */
export function precedes<T>(a: Test<T>, b: Test<T>): boolean {
  if (a.arg !== b.arg) return a.arg > b.arg
  if (a.high !== b.high) return a.high
  if (weights[a.written] !== weights[b.written]) return weights[a.written] > weights[b.written]
  return b.written === 'LE' || b.written === 'LT' ? b.datum > a.datum : b.datum < a.datum
}

/** Whether two tests ask the same; NE is EQ with its sides changed. */
export function isSame<T>(a: Test<T>, b: Test<T>): boolean {
  return a.arg === b.arg && a.high === b.high && a.op === b.op && a.datum === b.datum && a.mask === b.mask
}
