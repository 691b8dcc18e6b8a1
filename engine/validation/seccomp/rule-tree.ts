import type { Operator } from './condition.ts'
import type { Branch, Leaf, Level, Test } from './rule-chain.ts'
import { isLevel } from './rule-chain.ts'

/**
 * The rules of one system call, as libseccomp 2.6.0 keeps them: neither the first nor the last rule wins, nor the strictest.
 * A rule without conditions beats those with; among the others the order of the tests decides.
 */

/** What `addRule` says: `conflict` is libseccomp's EEXIST, "file exists". */
export type Added<T> = { readonly tree: Branch<T>; readonly changed: boolean } | 'conflict'

/** Adds a rule to what is there. The tree given must not be used any more. */
export function addRule<T>(tree: Branch<T> | undefined, rule: Branch<T>): Added<T> {
  if (tree === undefined) return { tree: rule, changed: true }
  if (!isLevel(tree)) return { tree, changed: false }
  if (!isLevel(rule)) return { tree: rule, changed: true }
  return merge(tree, rule) ? { tree, changed: true } : 'conflict'
}

const weights: Readonly<Record<Operator, number>> = { MASKED_EQ: 3, EQ: 3, NE: 3, LE: 2, LT: 2, GE: 1, GT: 1 }

/** Later arguments are tried first, the high word before the low one, equality before order, tighter bounds before wider ones. */
function comesAfter<T>(a: Test<T>, b: Test<T>): boolean {
  if (a.arg !== b.arg) return a.arg < b.arg
  if (a.high !== b.high) return b.high
  if (weights[a.written] !== weights[b.written]) return weights[a.written] < weights[b.written]
  return a.written === 'LE' || a.written === 'LT' ? a.datum > b.datum : a.datum < b.datum
}

function isSame<T>(a: Test<T>, b: Test<T>): boolean {
  return a.arg === b.arg && a.high === b.high && a.op === b.op && a.datum === b.datum && a.mask === b.mask
}

/**
 * Puts the one test of a new level in its place. From then on the two levels are one: where another branch of the new rule leads
 * to its level too, it meets everything on the level that took it in, as in the library.
 */
function merge<T>(level: Level<T>, added: Level<T>): boolean {
  const fresh = added.head
  const place = level.tests.findIndex(held => isSame(held, fresh) || comesAfter(held, fresh))
  const held = level.tests[place]
  if (held === fresh) return true
  if (held !== undefined && isSame(held, fresh)) return mergeSame(held, fresh)
  level.tests.splice(place < 0 ? level.tests.length : place, 0, fresh)
  added.tests = level.tests
  return true
}

function mergeSame<T>(held: Test<T>, fresh: Test<T>): boolean {
  for (const side of ['yes', 'no'] as const) {
    const leaf = leafOf(fresh[side])
    const there = held[side]
    if (leaf === undefined) continue
    if (there === undefined || isLevel(there)) {
      if (there !== undefined && !allEnd(there, leaf)) return false
      held[side] = leaf
    } else if (there.key !== leaf.key) {
      // The wider bound of two order tests that share their high word must not win there.
      if (side === 'yes' && fresh.high && fresh.full > held.full) held.yes = leaf
      if (isLast(held) || isLast(fresh)) return false
    }
  }
  for (const side of ['yes', 'no'] as const) {
    const level = fresh[side]
    if (level === undefined || !isLevel(level)) continue
    const there = held[side]
    if (there === undefined) held[side] = level
    else if (!isLevel(there)) return true
    else if (!merge(there, level)) return false
  }
  return true
}

function leafOf<T>(branch: Branch<T> | undefined): Leaf<T> | undefined {
  return branch === undefined || isLevel(branch) ? undefined : branch
}

function isLast<T>(test: Test<T>): boolean {
  return [test.yes, test.no].every(branch => branch === undefined || !isLevel(branch))
}

/** Whether every rule below ends in the same action. */
function allEnd<T>(branch: Branch<T>, leaf: Leaf<T>): boolean {
  return [...leavesOf(branch)].every(it => it.key === leaf.key)
}

/** Every end that can be reached. Levels are shared, so each is walked once. */
export function leavesOf<T>(branch: Branch<T>): ReadonlySet<Leaf<T>> {
  const leaves = new Set<Leaf<T>>()
  const walked = new Set<readonly Test<T>[]>()
  const waiting = [branch]
  for (let it = waiting.pop(); it !== undefined; it = waiting.pop()) {
    if (!isLevel(it)) leaves.add(it)
    else if (!walked.has(it.tests)) {
      walked.add(it.tests)
      for (const { yes, no } of it.tests) {
        if (no) waiting.push(no)
        if (yes) waiting.push(yes)
      }
    }
  }
  return leaves
}

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
