import { compileCheck } from './compile-check.ts'
import { namesEvents } from './event-set.ts'
import type { CheckNode, ConditionNode, JunctionNode, TransformerArgument } from './syntax.ts'

/**
 * What is left of a condition for events of one type: comparisons of `evt.type` with constants are decided once, not for
 * every event. The rest is asked in the same order.
 */
export function conditionFor(node: ConditionNode, type: string): ConditionNode | boolean {
  switch (node.kind) {
    case 'check':
      return decidedByType(node, type) ?? node
    case 'not': {
      const child = conditionFor(node.child, type)
      return typeof child === 'boolean' ? !child : { ...node, child }
    }
    case 'and':
    case 'or':
      return junctionFor(node, type)
    default:
      return node
  }
}

function junctionFor(node: JunctionNode, type: string): ConditionNode | boolean {
  const decisive = node.kind === 'or'
  const children: ConditionNode[] = []
  for (const child of node.children) {
    const rest = conditionFor(child, type)
    if (rest === decisive) return decisive
    if (typeof rest !== 'boolean') children.push(rest)
  }
  const [only] = children
  if (!only) return !decisive
  return children.length === 1 ? only : { ...node, children }
}

function decidedByType(check: CheckNode, type: string): boolean | undefined {
  if (check.left.kind !== 'field' || check.left.name !== 'evt.type' || !namesEvents(check)) return undefined
  return compileCheck(check, () => {})({ title: '', type, fields: new Map() })
}

const times = /^evt\.(?:time|datetime|rawtime|around|outputtime)/

/** Whether a condition asks for an event's time, which may have to be told of another. */
export function asksForTime(node: ConditionNode): boolean {
  if (node.kind === 'check') return [node.left, node.right].some(isTime)
  if (node.kind === 'not') return asksForTime(node.child)
  return node.kind !== 'macro' && node.children.some(asksForTime)
}

function isTime(node: CheckNode['right'] | TransformerArgument): boolean {
  if (node?.kind === 'field') return times.test(node.name)
  if (node?.kind === 'transformer') return node.args.some(isTime)
  return node?.kind === 'arguments' && node.items.some(isTime)
}
