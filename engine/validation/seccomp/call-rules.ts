import { type Condition, compared } from './condition.ts'
import { type Branch, isLevel, type Leaf, ruleChain } from './rule-chain.ts'
import { cut, merge } from './rule-tree.ts'

/**
 * The rules of one system call in one table, as libseccomp 2.6.0 keeps them: neither the first nor the last rule wins, nor the
 * strictest. A rule without conditions beats those with; among the others the order of the tests in the tree decides.
 */
export interface CallRules<T> {
  readonly tree: Branch<T>
  /** What the tree was made of. */
  readonly rules: readonly Rule<T>[]
}

/** All conditions must hold, at most one for each argument; they are what the table compares, by rising argument. */
interface Rule<T> {
  readonly conditions: readonly Condition[]
  readonly leaf: Leaf<T>
}

/**
 * Adds a rule that ends in `leaf`, which no other rule has, and returns the new whole. What is given must not be used any more.
 * `conflict` is libseccomp's EEXIST, "file exists".
 *
 * Of two rules with one action, the one that asks all that the other asks is superfluous: it is left out, or taken out when it was
 * there first and asks more. That takes time with the square of the number of rules, which the caller limits.
 */
export function addRule<T>(
  there: CallRules<T> | undefined,
  written: readonly Condition[],
  wide: boolean,
  leaf: Leaf<T>,
): CallRules<T> | 'conflict' {
  const conditions = written.flatMap(it => compared(it, wide) ?? []).sort((a, b) => a.arg - b.arg)
  const rule: Rule<T> = { conditions, leaf }
  const chain = ruleChain(conditions, wide, leaf)
  if (there === undefined) return { tree: chain, rules: [rule] }
  const { tree, rules } = there
  if (!isLevel(tree)) return there
  if (!isLevel(chain)) return { tree: chain, rules: [rule] }
  const alike = rules.filter(it => it.leaf.key === leaf.key)
  if (alike.some(it => asksAll(rule, it))) return there
  const merged = merge(tree, chain)
  if (merged !== 'merged') return merged === 'conflict' ? merged : there
  const longer = new Set(alike.filter(it => asksAll(it, rule)))
  for (const it of longer) {
    const own = ruleChain(it.conditions, wide, it.leaf)
    if (isLevel(own)) cut(tree, own)
  }
  return { tree, rules: [...rules.filter(it => !longer.has(it)), rule] }
}

/** Whether `rule` asks everything that `other` asks. */
function asksAll<T>(rule: Rule<T>, other: Rule<T>): boolean {
  return (
    other.conditions.length <= rule.conditions.length &&
    other.conditions.every(asked => rule.conditions.some(it => isEqual(it, asked)))
  )
}

function isEqual(a: Condition, b: Condition): boolean {
  return a.arg === b.arg && a.op === b.op && a.datum === b.datum && a.mask === b.mask
}
