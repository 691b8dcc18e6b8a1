import type { CheckNode, ConditionNode } from './syntax.ts'

/** All comparisons of a condition, in the order in which they are written. */
export function* checksIn(node: ConditionNode): Generator<CheckNode> {
  if (node.kind === 'check') yield node
  else if (node.kind === 'not') yield* checksIn(node.child)
  else if (node.kind !== 'macro') for (const child of node.children) yield* checksIn(child)
}
