import type { Condition, Operator } from './condition.ts'

/** What stands at the end of a rule: the action as libseccomp compares it, and what decided. */
export interface Leaf<T> {
  readonly key: string
  readonly decision: T
}

/** Tests tried one after another; several branches may lead to one level, and levels may become one by sharing their tests. */
export interface Level<T> {
  /** The test that the level was made for. */
  readonly head: Test<T>
  tests: Test<T>[]
}

export type Branch<T> = Leaf<T> | Level<T>

/**
 * One comparison of 32 bits, as the kernel's machine can make it. `written` is the operator of the profile: NE, LT and LE are made
 * from EQ, GE and GT with the sides changed.
 */
export interface Test<T> {
  readonly arg: number
  readonly high: boolean
  readonly op: 'EQ' | 'GE' | 'GT' | 'MASKED_EQ'
  readonly written: Operator
  readonly datum: number
  readonly mask: number
  /** The whole 64-bit datum, of which `datum` is one word. */
  readonly full: bigint
  yes?: Branch<T>
  no?: Branch<T>
}

export function isLevel<T>(branch: Branch<T>): branch is Level<T> {
  return 'tests' in branch
}

type Exit<T> = readonly [test: Test<T>, side: 'yes' | 'no']

const inverted: Readonly<Record<Operator, Test<unknown>['op']>> = {
  NE: 'EQ',
  EQ: 'EQ',
  LT: 'GE',
  GE: 'GE',
  LE: 'GT',
  GT: 'GT',
  MASKED_EQ: 'MASKED_EQ',
}

const isInverted = (op: Operator) => op === 'NE' || op === 'LT' || op === 'LE'

/**
 * A rule as a chain of tests; the leaf itself when nothing is to be tested. The conditions are what the table compares, by rising
 * argument.
 */
export function ruleChain<T>(conditions: readonly Condition[], wide: boolean, leaf: Leaf<T>): Branch<T> {
  let first: Branch<T> | undefined
  let exits: readonly Exit<T>[] = []
  for (const condition of conditions) {
    const link = wide ? wideTests<T>(condition) : narrowTest<T>(condition)
    const level = levelOf(link.first)
    for (const [test, side] of exits) test[side] = level
    first ??= level
    exits = link.exits
  }
  for (const [test, side] of exits) test[side] = leaf
  return first ?? leaf
}

interface Link<T> {
  readonly first: Test<T>
  readonly exits: readonly Exit<T>[]
}

function levelOf<T>(head: Test<T>): Level<T> {
  return { head, tests: [head] }
}

function narrowTest<T>(condition: Condition): Link<T> {
  const first = test<T>(condition, false, inverted[condition.op])
  return { first, exits: [[first, isInverted(condition.op) ? 'no' : 'yes']] }
}

/** 64 bits in two words: equality is high == and low ==; order is high >, or high == and low > (or >=). */
function wideTests<T>(condition: Condition): Link<T> {
  const { op } = condition
  const low = test<T>(condition, false, inverted[op])
  if (op === 'EQ' || op === 'NE' || op === 'MASKED_EQ') {
    const high = test<T>(condition, true, inverted[op])
    high.yes = levelOf(low)
    return {
      first: high,
      exits: isInverted(op)
        ? [
            [high, 'no'],
            [low, 'no'],
          ]
        : [[low, 'yes']],
    }
  }
  const above = test<T>(condition, true, 'GT')
  const equal = test<T>(condition, true, 'EQ')
  above.no = levelOf(equal)
  equal.yes = levelOf(low)
  return {
    first: above,
    exits: isInverted(op)
      ? [
          [equal, 'no'],
          [low, 'no'],
        ]
      : [
          [above, 'yes'],
          [low, 'yes'],
        ],
  }
}

function test<T>({ arg, op, mask, datum }: Condition, high: boolean, made: Test<T>['op']): Test<T> {
  const word = (value: bigint) => Number((high ? value >> 32n : value) & 0xffffffffn)
  return { arg, high, op: made, written: op, mask: word(mask), datum: word(datum), full: datum }
}

/** Whether every rule below ends in the same action. */
export function endsOnlyIn<T>(branch: Branch<T>, leaf: Leaf<T>): boolean {
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
