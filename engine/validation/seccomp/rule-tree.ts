import { endsOnlyIn, isLevel, type Level, type Test } from './rule-chain.ts'
import { isSame, order } from './rule-order.ts'

/**
 * `merged`: the rule is in the tree. `dropped`: it would have gone on where another rule already ends, and so no more of it was put
 * in. `conflict`: one question with two answers.
 */
export type Merged = 'merged' | 'dropped' | 'conflict'

const SIDES = ['yes', 'no'] as const

/**
 * Puts a rule, still a chain of its own, into a level of the tree. A test that is not there yet takes its place with all that hangs
 * below it. From then on the two levels are one: where another branch of the rule leads to its level too, it meets everything on
 * the level that took it in. That is how libseccomp's filters behave, by design or not.
 */
export function merge<T>(level: Level<T>, rule: Level<T>): Merged {
  const fresh = rule.head
  const place = level.tests.findIndex(held => isSame(held, fresh) || order(fresh, held) < 0)
  const held = level.tests[place]
  if (held !== undefined && isSame(held, fresh)) return held === fresh ? 'merged' : unite(held, fresh)
  level.tests.splice(held === undefined ? level.tests.length : place, 0, fresh)
  rule.tests = level.tests
  return 'merged'
}

function unite<T>(held: Test<T>, fresh: Test<T>): Merged {
  for (const side of SIDES) {
    const outcome = uniteSide(held, fresh, side)
    if (outcome !== 'merged') return outcome
  }
  return 'merged'
}

function uniteSide<T>(held: Test<T>, fresh: Test<T>, side: 'yes' | 'no'): Merged {
  const there = held[side]
  const added = fresh[side]
  if (added === undefined) return 'merged'
  if (there === undefined) {
    held[side] = added
    return 'merged'
  }
  if (isLevel(there)) {
    if (isLevel(added)) return merge(there, added)
    if (!endsOnlyIn(there, added)) return 'conflict'
    held[side] = added
    return 'merged'
  }
  if (isLevel(added)) return 'dropped'
  if (there.key === added.key) return 'merged'
  // Different bounds can have one high word, and only the low one tells them apart. The first stays, or the tighter lower bound.
  if (!fresh.high) return 'conflict'
  if (fresh.op === 'GT' && fresh.full > held.full) held[side] = added
  return 'merged'
}

/** Takes a rule out again, given as a chain of its own: its ends, and the tests that then lead nowhere. */
export function cut<T>(level: Level<T>, rule: Level<T>): void {
  for (const held of level.tests.filter(it => isSame(it, rule.head))) {
    for (const side of SIDES) {
      const there = held[side]
      const own = rule.head[side]
      if (there === undefined || own === undefined) continue
      if (isLevel(there) && isLevel(own)) cut(there, own)
      if (isLevel(there) ? there.tests.length === 0 : there === own) delete held[side]
    }
    if (!held.yes && !held.no) level.tests.splice(level.tests.indexOf(held), 1)
  }
}
