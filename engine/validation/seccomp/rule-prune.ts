import { type Branch, endsOnlyIn, isLast, isLevel, type Leaf, type Level, type Test } from './rule-chain.ts'
import { isSame, precedes } from './rule-order.ts'

/**
 * Before libseccomp adds a rule it looks for one that says the same with less. It walks the tree and the new rule's chain side by
 * side, and may skip the beginning of one of them, never of both.
 */

/** Where the walk stands, as bits: the last tests were the same; once they were; which side has ended; which was skipped. */
const MET = 1
const EVER_MET = 2
const TREE_ENDED = 4
const RULE_ENDED = 8
const TREE_SKIPPED = 16
const RULE_SKIPPED = 32

const SHORTER = RULE_ENDED | TREE_SKIPPED
const LONGER = TREE_ENDED | RULE_SKIPPED

/** `removed`: tests that the new rule makes superfluous are gone. `redundant`: the new rule is superfluous itself. */
export type Pruned = 'removed' | 'redundant' | 'nothing'

/** Levels as wide as no filter can hold would be walked for ever. */
const MAX_STEPS = 10_000

/** Prunes the tree by a rule that ends in `leaf`. */
export function prune<T>(tree: Level<T>, rule: Level<T>, leaf: Leaf<T>): Pruned {
  const walker: Walker<T> = { tree, leaf, steps: 0, removed: false }
  const end = walk(walker, tree, rule.head, 0)
  if (walker.removed) return 'removed'
  return has(end, MET | LONGER) ? 'redundant' : 'nothing'
}

interface Walker<T> {
  readonly tree: Level<T>
  readonly leaf: Leaf<T>
  steps: number
  removed: boolean
}

const has = (state: number, bits: number) => (state & bits) === bits

function walk<T>(walker: Walker<T>, level: Level<T>, fresh: Test<T>, from: number): number {
  const lost = from & ~MET
  if ((from & (MET | EVER_MET)) === EVER_MET) return lost
  let now = from
  // What is dropped on the way makes room for the next.
  for (let i = 0, held = level.tests[0]; held; i = level.tests[i] === held ? i + 1 : i, held = level.tests[i]) {
    if (++walker.steps > MAX_STEPS) return lost
    if (isSame(held, fresh)) {
      now |= MET | EVER_MET
      if (isLast(fresh)) now |= RULE_ENDED
      if (isLast(held)) now |= TREE_ENDED
      if (hasMore(held, fresh)) return now
      if (has(now, RULE_ENDED | TREE_ENDED) && !endsAlike(held, fresh)) return now
      now |= below(walker, held.yes, fresh.yes, from) | below(walker, held.no, fresh.no, from)
      if (!(has(now, SHORTER) || has(now, LONGER)) || level.tests[i] !== held || !endsOnlyIn(level, walker.leaf))
        continue
      if (!has(now, SHORTER)) return now
      walker.removed = true
      level.tests.splice(i, 1)
      sweep(walker.tree, new Set())
      if (walker.tree.tests.length === 0) return now
    } else if (precedes(fresh, held)) {
      if (from & RULE_SKIPPED) return now & MET ? now : lost
      for (const side of [held.yes, held.no]) {
        if (!side || !isLevel(side)) continue
        const deeper = walk(walker, side, fresh, lost | TREE_SKIPPED)
        if (deeper & MET) return now | deeper
      }
    } else {
      if (from & TREE_SKIPPED) return now & MET ? now : lost
      for (const side of [fresh.yes, fresh.no]) {
        if (!side || !isLevel(side)) continue
        const deeper = walk(walker, level, side.head, lost | RULE_SKIPPED)
        if (deeper & MET) return now | deeper
      }
    }
  }
  return lost
}

/** Both go on below tests that are the same. What came of it counts when it ended well. */
function below<T>(walker: Walker<T>, held: Branch<T> | undefined, fresh: Branch<T> | undefined, from: number): number {
  if (!fresh || !isLevel(fresh)) return 0
  const met = from | MET | EVER_MET
  const end = held && isLevel(held) ? walk(walker, held, fresh.head, met) : met
  return end & MET ? end : 0
}

/** The tree goes on where the rule has nothing. */
function hasMore<T>(held: Test<T>, fresh: Test<T>): boolean {
  return (held.yes !== undefined && !fresh.yes) || (held.no !== undefined && !fresh.no)
}

function endsAlike<T>(held: Test<T>, fresh: Test<T>): boolean {
  return keyOf(held.yes) === keyOf(fresh.yes) && keyOf(held.no) === keyOf(fresh.no)
}

function keyOf<T>(branch: Branch<T> | undefined): string | undefined {
  return branch === undefined || isLevel(branch) ? undefined : branch.key
}

/** Takes away levels that have become empty, and tests that lead nowhere. */
function sweep<T>(level: Level<T>, swept: Set<readonly Test<T>[]>): void {
  if (swept.has(level.tests)) return
  swept.add(level.tests)
  for (const test of [...level.tests]) {
    for (const side of ['yes', 'no'] as const) {
      const branch = test[side]
      if (!branch || !isLevel(branch)) continue
      sweep(branch, swept)
      if (branch.tests.length === 0) delete test[side]
    }
    if (test.yes === undefined && test.no === undefined) level.tests.splice(level.tests.indexOf(test), 1)
  }
}
