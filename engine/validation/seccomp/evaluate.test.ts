import { describe, expect, it } from 'vitest'
import { generator } from '../fixtures/generator.ts'
import { addRule, type CallRules } from './call-rules.ts'
import { type Condition, condition, type Operator } from './condition.ts'
import { evaluate } from './evaluate.ts'
import { type Step, stepOf } from './level-runs.ts'
import { type Branch, isLevel, type Test } from './rule-chain.ts'

const operators = ['NE', 'LT', 'LE', 'EQ', 'GE', 'GT', 'MASKED_EQ'] as const

function rulesOf(all: readonly (readonly Condition[])[], wide: boolean): Branch<number> {
  let rules: CallRules<number> | undefined
  for (const [index, conditions] of all.entries()) {
    const added = addRule(rules, conditions, wide, { key: String(index), decision: index })
    if (added !== 'conflict') rules = added
  }
  if (!rules) throw new Error('There is no rule.')
  return rules.tree
}

/** The tree test by test, as it stands. */
function plainly(branch: Branch<number>, args: readonly bigint[]): number | undefined {
  if (!isLevel(branch)) return branch.decision
  for (const test of branch.tests) {
    const side = holds(test, args[test.arg] ?? 0n) ? test.yes : test.no
    const decision = side && plainly(side, args)
    if (decision !== undefined) return decision
  }
  return undefined
}

function holds({ high, op, mask, datum }: Test<number>, value: bigint): boolean {
  const word = Number((high ? value >> 32n : value) & 0xffffffffn)
  if (op === 'MASKED_EQ') return (word & mask) >>> 0 === datum
  return op === 'EQ' ? word === datum : op === 'GE' ? word >= datum : word > datum
}

it('decides as the tests do one after another', () => {
  const { next, one, times } = generator(23)
  const values = [0n, 1n, 2n, 3n, 7n, 8n, 0xffffffffn, 0x1_0000_0000n, 0x1_0000_0002n, 0xffffffff_ffffffffn] as const
  const asked = times(200, () => times(6, () => one(values)))
  const seen = new Set<number | undefined>()
  for (let round = 0; round < 300; round++) {
    const own = round % 3 === 0 ? operators : ([one(operators), one(operators)] as const)
    const tree = rulesOf(
      times(1 + next(12), () => {
        const first = condition(next(2), one(own), one(values), one(values))
        const second = condition(1 + first.arg, one(own), one(values), one(values))
        return next(2) === 0 ? [first] : [first, second]
      }),
      next(3) > 0,
    )
    const step = stepOf(tree)
    for (const args of asked) {
      const decision = plainly(tree, args)
      seen.add(decision)
      expect(evaluate(step, args)).toBe(decision)
    }
  }
  expect(seen.size).toBeGreaterThan(8)
})

/** How many looks a call can cost at most: runs, each once. */
function looks(step: Step<number>, seen = new Set<Step<number>>()): number {
  if (!('runs' in step) || seen.has(step)) return 0
  seen.add(step)
  let count = 0
  for (const run of step.runs) {
    const sides = run.is === 'test' ? [run.yes, run.no] : [...run.to.values()]
    count += 1 + Math.max(0, ...sides.map(side => (side ? looks(side, seen) : 0)))
  }
  return count
}

describe('what is looked at does not grow with values that are not met', () => {
  it.each<Operator>(['EQ', 'GT', 'GE', 'LT', 'LE', 'MASKED_EQ'])('%s', op => {
    const mask = 0x7fffffffn
    const compared = (count: number) =>
      Array.from({ length: count }, (_, i) => [
        op === 'MASKED_EQ' ? condition(1, op, mask, BigInt(100 + i)) : condition(1, op, BigInt(100 + i), 0n),
      ])
    expect(looks(stepOf(rulesOf(compared(1_000), true)))).toBe(looks(stepOf(rulesOf(compared(10), true))))
  })
})
