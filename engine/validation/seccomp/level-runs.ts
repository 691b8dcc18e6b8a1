import { type Branch, isLevel, type Leaf, type Level, type Test } from './rule-chain.ts'

/**
 * A level made ready to be asked: tests that follow each other and differ in their number only are one run, which is asked
 * by one look. So a call does not take longer for the values that its argument does not have.
 */
export interface Runs<T> {
  readonly runs: readonly Run<T>[]
}

export type Step<T> = Leaf<T> | Runs<T>

/** `word` is the place of the compared half of an argument, see `wordPlace`. */
export type Run<T> =
  | {
      readonly is: 'test'
      readonly word: number
      readonly test: Test<T>
      readonly yes?: Step<T>
      readonly no?: Step<T>
    }
  /** Equality under one mask: where to go on from each number. */
  | { readonly is: 'numbers'; readonly word: number; readonly mask: number; readonly to: ReadonlyMap<number, Step<T>> }
  /**
   * Bounds of which, once the first is met, all others are. `above`: falling, met by what is larger; else rising, met by
   * what is not.
   */
  | {
      readonly is: 'bounds'
      readonly word: number
      readonly above: boolean
      readonly bounds: readonly number[]
      readonly to: readonly Step<T>[]
    }

const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

/** Where the half of an argument stands when six words of 64 bits are looked at as twelve of 32. */
export function wordPlace({ arg, high }: { readonly arg: number; readonly high: boolean }): number {
  return arg * 2 + (high === isLittleEndian ? 1 : 0)
}

/** Levels that are shared stay shared. */
export function stepOf<T>(branch: Branch<T>, known = new Map<readonly Test<T>[], Runs<T>>()): Step<T> {
  if (!isLevel(branch)) return branch
  const there = known.get(branch.tests)
  if (there) return there
  const made = { runs: runsOf(branch, side => stepOf(side, known)) }
  known.set(branch.tests, made)
  return made
}

function runsOf<T>({ tests }: Level<T>, step: (side: Branch<T>) => Step<T>): readonly Run<T>[] {
  const runs: Run<T>[] = []
  for (let at = 0; at < tests.length; ) {
    const head = tests[at]
    if (!head) break
    let end = at + 1
    // A level can hold one question twice; the first is asked first.
    const asked = new Set([head.datum])
    for (let next = tests[end]; next && follows(tests[end - 1] ?? head, next); next = tests[end]) {
      if (isEquality(next) && asked.has(next.datum)) break
      asked.add(next.datum)
      end++
    }
    runs.push(end - at > 1 ? runOf(tests.slice(at, end), head, step) : single(head, step))
    at = end
  }
  return runs
}

/** Whether two neighbours can be of one run: only one side leads on, and it is the same, of the same half of one argument. */
function follows<T>(a: Test<T>, b: Test<T>): boolean {
  if (a.arg !== b.arg || a.high !== b.high || isEquality(a) !== isEquality(b)) return false
  if (a.yes && b.yes && !a.no && !b.no) return isEquality(a) ? maskOf(a) === maskOf(b) : boundOf(a) >= boundOf(b)
  return a.no !== undefined && b.no !== undefined && !a.yes && !b.yes && !isEquality(a) && boundOf(a) <= boundOf(b)
}

function runOf<T>(tests: readonly Test<T>[], head: Test<T>, step: (side: Branch<T>) => Step<T>): Run<T> {
  const word = wordPlace(head)
  if (isEquality(head)) {
    const to = new Map<number, Step<T>>()
    for (const { datum, yes } of tests) if (yes) to.set(datum, step(yes))
    return { is: 'numbers', word, mask: maskOf(head), to }
  }
  const to = tests.flatMap(({ yes, no }) => yes ?? no ?? []).map(step)
  return { is: 'bounds', word, above: head.yes !== undefined, bounds: tests.map(boundOf), to }
}

function single<T>(test: Test<T>, step: (side: Branch<T>) => Step<T>): Run<T> {
  const { yes, no } = test
  return { is: 'test', word: wordPlace(test), test, ...(yes && { yes: step(yes) }), ...(no && { no: step(no) }) }
}

function isEquality<T>({ op }: Test<T>): boolean {
  return op === 'EQ' || op === 'MASKED_EQ'
}

function maskOf<T>({ op, mask }: Test<T>): number {
  return op === 'EQ' ? 0xffffffff : mask
}

/** What a word must exceed. */
function boundOf<T>({ op, datum }: Test<T>): number {
  return op === 'GT' ? datum : datum - 1
}
