import { type Branch, endsOnlyIn, isLast, isLevel, type Leaf, type Level, type Test } from './rule-chain.ts'
import { isSame, precedes } from './rule-order.ts'
import { prune } from './rule-prune.ts'

/**
 * The rules of one system call, as libseccomp 2.6.0 keeps them: neither the first nor the last rule wins, nor the strictest.
 * A rule without conditions beats those with; among the others the order of the tests decides.
 */

/**
 * Adds a rule that ends in `leaf` to what is there and returns the new whole. The tree given must not be used any more.
 * `conflict` is libseccomp's EEXIST, "file exists".
 */
export function addRule<T>(tree: Branch<T> | undefined, rule: Branch<T>, leaf: Leaf<T>): Branch<T> | 'conflict' {
  if (tree === undefined) return rule
  if (!isLevel(tree)) return tree
  if (!isLevel(rule)) return rule
  if (prune(tree, rule, leaf) === 'redundant') return tree
  if (tree.tests.length === 0) return rule
  return merge(tree, rule) ? tree : 'conflict'
}

/**
 * Puts the one test of a new level in its place. From then on the two levels are one: where another branch of the new rule leads
 * to its level too, it meets everything on the level that took it in, as in the library.
 */
function merge<T>(level: Level<T>, added: Level<T>): boolean {
  const fresh = added.head
  const place = level.tests.findIndex(held => isSame(held, fresh) || precedes(fresh, held))
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
      if (there !== undefined && !endsOnlyIn(there, leaf)) return false
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
