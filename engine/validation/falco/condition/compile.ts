import { compileCheck } from './compile-check.ts'
import type { CheckNode, ConditionNode } from './syntax.ts'
import type { ConditionFault, Test } from './test.ts'

/**
 * Compiles a condition, its macros put in, to closures. Faults are reported in the order in which Falco would meet them; it
 * stops at the first. Falco's logic has two values; the third here is for what an event does not tell, and a false part
 * decides an `and` (a true one an `or`) whatever the rest is. `compile` may bring comparisons that are compiled already.
 */
export function compileCondition(
  node: ConditionNode,
  report: (fault: ConditionFault) => void,
  compile: (check: CheckNode) => Test = check => compileCheck(check, report),
): Test {
  switch (node.kind) {
    case 'check':
      return compile(node)
    case 'not': {
      const test = compileCondition(node.child, report, compile)
      return event => {
        const held = test(event)
        return held === undefined ? undefined : !held
      }
    }
    case 'macro':
      // A macro that is still here is unknown, which is reported where macros are put in.
      return () => undefined
    default: {
      const tests = node.children.map(child => compileCondition(child, report, compile))
      const decisive = node.kind === 'or'
      return event => {
        let result: boolean | undefined = !decisive
        for (const test of tests) {
          const held = test(event)
          if (held === decisive) return decisive
          if (held === undefined) result = undefined
        }
        return result
      }
    }
  }
}
