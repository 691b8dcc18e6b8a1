import { type Branch, isLevel, type Test } from './rule-chain.ts'

/** How many tests one decision may take. A filter of the kernel holds 4096 instructions; a shared level can be tried often. */
const MAX_STEPS = 100_000

/** The decision for these arguments, as words of 32 bits; undefined when no rule matches, `too-long` when it takes too many tests. */
export function evaluate<T>(
  tree: Branch<T>,
  low: readonly number[],
  high: readonly number[],
): T | undefined | 'too-long' {
  let steps = 0
  const walk = (branch: Branch<T>): T | undefined => {
    if (!isLevel(branch)) return branch.decision
    for (const test of branch.tests) {
      if (++steps > MAX_STEPS) return undefined
      const side = holds(test, (test.high ? high : low)[test.arg] ?? 0) ? test.yes : test.no
      const decision = side && walk(side)
      if (decision !== undefined) return decision
    }
    return undefined
  }
  const decision = walk(tree)
  return steps > MAX_STEPS ? 'too-long' : decision
}

function holds<T>(test: Test<T>, word: number): boolean {
  switch (test.op) {
    case 'GT':
      return word > test.datum
    case 'GE':
      return word >= test.datum
    case 'EQ':
      return word === test.datum
    case 'MASKED_EQ':
      return (word & test.mask) >>> 0 === test.datum
  }
}
