import type { CheckNode, ConditionNode } from './condition/syntax.ts'
import { whyNeverHolds } from './fires-alone.ts'
import { clashOf, type Literal, writtenIn } from './fires-together.ts'

/** Why a condition can hold for no event, and the check that rules the last one out. */
export interface Contradiction {
  readonly check: CheckNode
  /** A sentence with a remedy. */
  readonly sentence: string
}

/**
 * Looks whether a condition rules itself out: on every way through its `or`s, something that never holds, or two things
 * that never hold at once. Undefined where it may hold, and where looking would take too long.
 */
export function contradictionIn(node: ConditionNode, inAll = newLook()): Contradiction | undefined {
  return refuted([{ node, negated: false }], [], [], { left: mostSteps, inAll })
}

/** How much the conditions of a whole file may still be looked through: comparisons held against each other. */
export interface Look {
  left: number
}

export function newLook(): Look {
  return { left: mostInAll }
}

interface Budget extends Look {
  readonly inAll: Look
}

/** The comparisons of a condition that hold for no event, whatever stands beside them. */
export function deadParts(node: ConditionNode, inAll = newLook(), negated = false): readonly Contradiction[] {
  if (node.kind === 'macro' || --inAll.left < 0) return []
  if (node.kind === 'not') return deadParts(node.child, inAll, !negated)
  if (node.kind !== 'check') return node.children.flatMap(child => deadParts(child, inAll, negated))
  const why = whyNeverHolds(node, negated)
  return why === undefined ? [] : [{ check: node, sentence: `“${shown({ check: node, negated })}” ${why}` }]
}

/** Ways and comparisons that are looked at: nobody writes more, and the work grows with their product. */
const mostSteps = 1000
const mostNeeded = 64
const mostInAll = 40_000

interface Part {
  readonly node: ConditionNode
  readonly negated: boolean
}

/** `needed` holds on this way; each of `choices` offers parts of which one must hold. */
function refuted(
  parts: readonly Part[],
  needed: readonly Literal[],
  choices: readonly (readonly Part[])[],
  budget: Budget,
): Contradiction | undefined {
  const literals = [...needed]
  const open = [...choices]
  const todo = parts.toReversed()
  for (let part = todo.pop(); part; part = todo.pop()) {
    if (--budget.left < 0 || budget.inAll.left < 0) return undefined
    const { node, negated } = part
    if (node.kind === 'macro') continue
    if (node.kind === 'not') todo.push({ node: node.child, negated: !negated })
    else if (node.kind === 'check') {
      budget.inAll.left -= 1 + literals.length
      const found = impossible({ check: node, negated }, literals)
      if (found) return found
      if (literals.length < mostNeeded) literals.push({ check: node, negated })
    } else {
      const children = node.children.map(child => ({ node: child, negated }))
      if ((node.kind === 'and') !== negated) todo.push(...children.toReversed())
      else open.push(children)
    }
  }
  const [choice, ...rest] = open
  if (!choice) return undefined
  let first: Contradiction | undefined
  for (const part of choice) {
    const found = refuted([part], literals, rest, budget)
    if (!found) return undefined
    first ??= found
  }
  return first
}

function impossible(literal: Literal, others: readonly Literal[]): Contradiction | undefined {
  const { check, negated } = literal
  const why = whyNeverHolds(check, negated)
  if (why !== undefined) return { check, sentence: `“${shown(literal)}” ${why}` }
  const clash = clashOf(literal, others)
  if (!clash) return undefined
  const other = others.find(each => each.check === clash.other)
  const both = other ? `“${shown(other)}” and “${shown(literal)}”` : `“${shown(literal)}”`
  return { check, sentence: `${both} ${clash.why}` }
}

function shown({ check, negated }: Literal): string {
  return negated ? `not ${writtenIn(check)}` : writtenIn(check)
}
