import type { MappedText } from '../mapped-text.ts'

/** Offsets in the text of the condition that a node was parsed from. */
interface Node {
  readonly start: number
  readonly end: number
  /** That text: a macro's nodes keep the macro's. */
  readonly source: MappedText
}

export interface FieldNode extends Node {
  readonly kind: 'field'
  readonly name: string
  /** What stands in brackets. */
  readonly argument?: string
}

export interface ValueNode extends Node {
  readonly kind: 'value'
  readonly text: string
}

export interface TransformerNode extends Node {
  readonly kind: 'transformer'
  readonly name: string
  readonly args: readonly TransformerArgument[]
  /** What stands in brackets behind it. */
  readonly argument?: string
}

/** A list of arguments in parentheses, as `join` takes it. */
export interface ArgumentsNode extends Node {
  readonly kind: 'arguments'
  readonly items: readonly TransformerArgument[]
}

export type TransformerArgument = FieldNode | TransformerNode | ValueNode | ArgumentsNode
export type Operand = FieldNode | TransformerNode

export interface ListNode extends Node {
  readonly kind: 'list'
  readonly items: readonly ValueNode[]
  /**
   * Where the name of the only list stands that was put in here. Its items are the same objects wherever it is put in, so
   * that what is found out about them is found out once; this is the place to tell of them.
   */
  readonly listed?: Node
}

export type Modifier = 'oneof' | 'anyof' | 'allof'

export interface CheckNode extends Node {
  readonly kind: 'check'
  readonly left: Operand
  /** As written, but `==` is `=`. */
  readonly operator: Operator
  readonly modifier?: Modifier
  /** Undefined for `exists`. */
  readonly right?: ValueNode | ListNode | Operand
}

export interface MacroNode extends Node {
  readonly kind: 'macro'
  readonly name: string
}

export interface NotNode extends Node {
  readonly kind: 'not'
  readonly child: ConditionNode
}

export interface JunctionNode extends Node {
  readonly kind: 'and' | 'or'
  readonly children: readonly ConditionNode[]
}

export type ConditionNode = CheckNode | MacroNode | NotNode | JunctionNode

export const stringOperators = [
  '==',
  '=',
  '!=',
  'glob',
  'iglob',
  'contains',
  'icontains',
  'bcontains',
  'startswith',
  'bstartswith',
  'endswith',
  'regex',
] as const
export const numericOperators = ['<=', '<', '>=', '>'] as const
export const listOperators = ['intersects', 'in', 'pmatch'] as const
export const modifiers = ['oneof', 'anyof', 'allof'] as const

export type Operator =
  | Exclude<(typeof stringOperators)[number], '=='>
  | (typeof numericOperators)[number]
  | (typeof listOperators)[number]
  | 'exists'

/** All operators in the order in which Falco tries and lists them. */
export const operators = ['exists', ...numericOperators, ...stringOperators, ...listOperators] as const

export const transformers = ['val', 'tolower', 'toupper', 'b64', 'basename', 'len', 'join', 'concat', 'getopt'] as const
