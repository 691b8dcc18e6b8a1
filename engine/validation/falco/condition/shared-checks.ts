import { checksIn } from './checks-in.ts'
import { compileCheck } from './compile-check.ts'
import type { CheckNode, ConditionNode } from './syntax.ts'
import type { Test } from './test.ts'

/** Comparisons that several conditions have are asked once for each event. */
export interface SharedChecks {
  compile(check: CheckNode): Test
  /** Another event comes: what was found is forgotten. */
  next(): void
}

/** Comparisons that read alike decide alike: lists stand in their text already. */
const keyOf = ({ source, start, end }: CheckNode) => source.text.slice(start, end)

export function shareChecks(conditions: readonly ConditionNode[]): SharedChecks {
  const uses = new Map<string, number>()
  for (const condition of conditions)
    for (const check of checksIn(condition)) uses.set(keyOf(check), (uses.get(keyOf(check)) ?? 0) + 1)
  const shared = new Map<string, Test>()
  let event = 0
  return {
    next() {
      event++
    },
    compile(check) {
      const key = keyOf(check)
      const known = shared.get(key)
      if (known) return known
      const test = compileCheck(check, () => {})
      if ((uses.get(key) ?? 0) < 2) return test
      let asked = -1
      let held: boolean | undefined
      const once: Test = given => {
        if (asked !== event) {
          asked = event
          held = test(given)
        }
        return held
      }
      shared.set(key, once)
      return once
    },
  }
}
