import type { SeccompVerdict } from './decision.ts'
import { type Branch, isLevel, type Test } from './rule-chain.ts'
import { anyWord, assume, type Word } from './word.ts'

/** What is known of the arguments of a call: by twice the argument’s number, one more for its high word. */
export type Known = ReadonlyMap<number, Word>

/** One way through the rules of a call. Without a decision no rule matches. */
export interface Way {
  readonly decision?: SeccompVerdict
  readonly known: Known
}

/** Tests that can still be gone through; below 0, some were not. A clock would decide differently on each machine. */
export interface Budget {
  left: number
}

interface Rest {
  readonly tests: readonly Test<SeccompVerdict>[]
  readonly at: number
  readonly after?: Rest
}

/** Every way that arguments can take, each with what is known of them on it. Stops when the budget is used up. */
export function* waysThrough(tree: Branch<SeccompVerdict>, known: Known, budget: Budget): Generator<Way> {
  if (!isLevel(tree)) return yield { decision: tree.decision, known }
  const waiting: { readonly known: Known; readonly rest: Rest | undefined }[] = [
    { known, rest: { tests: tree.tests, at: 0 } },
  ]
  for (let it = waiting.pop(); it !== undefined; it = waiting.pop()) {
    const test = it.rest?.tests[it.rest.at]
    if (it.rest === undefined) yield { known: it.known }
    else if (test === undefined) waiting.push({ known: it.known, rest: it.rest.after })
    else {
      const next: Rest = { ...it.rest, at: it.rest.at + 1 }
      for (const side of ['no', 'yes'] as const) {
        if (--budget.left < 0) return
        const known = assumed(it.known, test, side === 'yes')
        if (known === 'too-long') budget.left = -1
        if (known === undefined || known === 'too-long') continue
        const branch = test[side]
        if (branch === undefined) waiting.push({ known, rest: next })
        else if (isLevel(branch)) waiting.push({ known, rest: { tests: branch.tests, at: 0, after: next } })
        else yield { decision: branch.decision, known }
      }
    }
  }
}

/** What is known when a comparison holds, or does not; undefined when that cannot be. */
export function assumed(
  known: Known,
  test: Pick<Test<unknown>, 'arg' | 'high' | 'op' | 'mask' | 'datum'>,
  isYes: boolean,
): Known | undefined | 'too-long' {
  const at = test.arg * 2 + Number(test.high)
  const before = known.get(at) ?? anyWord
  const word = assume(before, test, isYes)
  if (word === undefined || word === 'too-long') return word
  return word === before ? known : new Map(known).set(at, word)
}

/** Arguments that fit what is known, without zeros at the end. */
export function fittingArgs(known: Known): readonly bigint[] {
  const word = (at: number) => BigInt(known.get(at)?.fits ?? 0)
  const args = [0, 1, 2, 3, 4, 5].map(arg => (word(arg * 2 + 1) << 32n) | word(arg * 2))
  return args.slice(0, args.findLastIndex(it => it !== 0n) + 1)
}
