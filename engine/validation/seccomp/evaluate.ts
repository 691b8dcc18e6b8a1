import type { Run, Step } from './level-runs.ts'
import type { Test } from './rule-chain.ts'

/** How many runs one decision may ask. A filter of the kernel holds 4096 instructions; a shared level can be tried often. */
const MAX_STEPS = 100_000

/** The six arguments, and the same as words of 32 bits. Each call writes all of it before it is read. */
const args64 = new BigUint64Array(6)
const words = new Uint32Array(args64.buffer)
let steps = 0

/** The decision for these arguments; undefined when no rule matches, `too-long` when that takes too many steps. Missing arguments are 0. */
export function evaluate<T>(step: Step<T>, args: readonly bigint[]): T | undefined | 'too-long' {
  for (let index = 0; index < 6; index++) args64[index] = args[index] ?? 0n
  steps = 0
  const decision = walk(step)
  return steps > MAX_STEPS ? 'too-long' : decision
}

function walk<T>(step: Step<T>): T | undefined {
  if (!('runs' in step)) return step.decision
  for (const run of step.runs) {
    if (++steps > MAX_STEPS) return undefined
    const decision = ask(run, words[run.word] ?? 0)
    if (decision !== undefined) return decision
  }
  return undefined
}

function ask<T>(run: Run<T>, word: number): T | undefined {
  switch (run.is) {
    case 'test': {
      const side = holds(run.test, word) ? run.yes : run.no
      return side && walk(side)
    }
    case 'numbers': {
      const side = run.to.get((word & run.mask) >>> 0)
      return side && walk(side)
    }
    case 'bounds': {
      const { above, bounds, to } = run
      for (let at = firstMet(bounds, word, above); at < to.length; at++) {
        const side = to[at]
        if (++steps > MAX_STEPS) return undefined
        const decision = side && walk(side)
        if (decision !== undefined) return decision
      }
      return undefined
    }
  }
}

function firstMet(bounds: readonly number[], word: number, above: boolean): number {
  let low = 0
  let high = bounds.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (word > (bounds[middle] ?? 0) === above) high = middle
    else low = middle + 1
  }
  return low
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
