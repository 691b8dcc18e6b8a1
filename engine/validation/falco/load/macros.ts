import { parseCondition } from '../condition/parse.ts'
import type { ConditionNode, MacroNode } from '../condition/syntax.ts'
import type { MappedText } from '../mapped-text.ts'
import type { Collector, MacroDefinition } from './collector.ts'
import { type CompiledList, charactersOf, inOrder, type ListUse, putListsIn, tooLarge } from './lists.ts'

/** A macro whose condition could be parsed. */
export interface ParsedMacro {
  readonly definition: MacroDefinition
  readonly node: ConditionNode
  /** How many parts it has when no names of macros are left in it; undefined while some are. */
  readonly size?: number
}

export type MacroFault =
  | {
      readonly kind: 'syntax'
      readonly macro: MacroDefinition
      readonly text: MappedText
      readonly message: string
      readonly at: number
    }
  | { readonly kind: NameFault; readonly macro: MacroDefinition; readonly node: MacroNode }

/** An unknown name, one that leads back to itself, or one that makes a condition grow beyond all bounds. */
export type NameFault = 'unknown' | 'loop' | 'large'

export interface Macros {
  readonly parsed: ReadonlyMap<string, ParsedMacro>
  /** Names that are defined but faulty: who uses them is not to blame. */
  readonly faulty: ReadonlySet<string>
  /** The names that conditions of macros refer to. */
  readonly used: ReadonlySet<string>
  /** How many parts all conditions together may still have. */
  readonly budget: { left: number }
}

/** Parses all macros in their order, then puts them into each other, in their order too. */
export function compileMacros(
  collector: Collector,
  lists: readonly CompiledList[],
  use: ListUse,
  report: (fault: MacroFault) => void,
): Macros {
  const parsed = new Map<string, ParsedMacro>()
  const faulty = new Set<string>()
  const used = new Set<string>()
  for (const definition of inOrder(collector.macros.values())) {
    const { text, isTooLarge } = putListsIn(definition.condition, lists, use)
    const result = isTooLarge ? { fault: { message: tooLarge, at: 0 } } : parseCondition(text)
    if ('node' in result) parsed.set(definition.name, { definition, node: result.node })
    else {
      faulty.add(definition.name)
      report({ kind: 'syntax', macro: definition, text, ...result.fault })
    }
  }
  const macros = { parsed, faulty, used, budget: { left: mostInAll + charactersOf(collector) } }
  for (const [name, { definition, node }] of parsed) {
    noteUsed(node, used)
    const found = resolveMacros(node, macros, definition.visibility)
    if ('fault' in found) report({ ...found.fault, macro: definition })
    else parsed.set(name, { definition, node: found.node, size: found.size })
    if ('fault' in found || found.isFaulty) faulty.add(name)
  }
  return macros
}

/** Notes the names of macros in a condition. */
export function noteUsed(node: ConditionNode, used: Set<string>): void {
  if (node.kind === 'macro') used.add(node.name)
  else if (node.kind === 'not') noteUsed(node.child, used)
  else if (node.kind !== 'check') for (const child of node.children) noteUsed(child, used)
}

export type Resolved =
  | { readonly node: ConditionNode; readonly size: number; readonly isFaulty: boolean }
  | { readonly fault: { readonly kind: NameFault; readonly node: MacroNode } }

/**
 * Puts macros in the place of their names. From a macro only those can be seen that were first defined before its own last
 * definition; rules see all. A name that leads back to itself is a loop, which counts before unknown names.
 */
export function resolveMacros(
  root: ConditionNode,
  { parsed, faulty, budget }: Macros,
  visibility = Number.POSITIVE_INFINITY,
): Resolved {
  let unknown: MacroNode | undefined
  let loop: MacroNode | undefined
  let isFaulty = false
  let size = 0
  let large: MacroNode | undefined

  const resolve = (node: ConditionNode, path: readonly MacroNode[], depth: number): ConditionNode => {
    if (loop || large) return node
    size++
    budget.left--
    const [outermost] = path
    if (outermost && (size > most || budget.left < 0 || depth > deepest)) {
      large = outermost
      return node
    }
    switch (node.kind) {
      case 'check':
        return node
      case 'not':
        return { ...node, child: resolve(node.child, path, depth + 1) }
      case 'and':
      case 'or':
        return { ...node, children: node.children.map(child => resolve(child, path, depth + 1)) }
      case 'macro': {
        const macro = parsed.get(node.name)
        const isSeen = macro !== undefined && macro.definition.index < visibility
        if (isSeen && path.some(({ name }) => name === node.name)) {
          loop = node
          return node
        }
        // The macro itself is to blame, which is said already.
        if (faulty.has(node.name)) {
          isFaulty = true
          return node
        }
        if (!isSeen) {
          unknown ??= node
          return node
        }
        if (macro.size === undefined) return resolve(macro.node, [...path, node], depth + 1)
        size += macro.size
        budget.left -= macro.size
        if (size > most || budget.left < 0) large = node
        return macro.node
      }
    }
  }
  const node = resolve(root, [], 0)
  if (loop) return { fault: { kind: 'loop', node: loop } }
  if (unknown) return { fault: { kind: 'unknown', node: unknown } }
  if (large) return { fault: { kind: 'large', node: large } }
  return { node, size, isFaulty }
}

/** Macros that name macros twice grow beyond all bounds; so many parts are enough for any rule. */
const most = 10_000
/** For any set of rules: so many, and one more for each character of its conditions. */
const mostInAll = 50_000
/** Conditions are walked by the call stack. */
const deepest = 1500
