import type { parse } from 'just-bash'

/** The shapes of just-bash's syntax tree that its package does not name, taken from what its parser returns. */
export type ScriptNode = ReturnType<typeof parse>
export type StatementNode = ScriptNode['statements'][number]
export type PipelineNode = StatementNode['pipelines'][number]
export type CommandNode = PipelineNode['commands'][number]
export type SimpleCommandNode = Extract<CommandNode, { type: 'SimpleCommand' }>
export type FunctionDefNode = Extract<CommandNode, { type: 'FunctionDef' }>
export type CompoundCommandNode = Exclude<CommandNode, SimpleCommandNode | FunctionDefNode>
export type ForNode = Extract<CommandNode, { type: 'For' }>
export type CStyleForNode = Extract<CommandNode, { type: 'CStyleFor' }>
export type CaseNode = Extract<CommandNode, { type: 'Case' }>
export type IfNode = Extract<CommandNode, { type: 'If' }>
export type ConditionalNode = Extract<CommandNode, { type: 'ConditionalCommand' }>
export type ConditionNode = ConditionalNode['expression']
export type AssignmentNode = SimpleCommandNode['assignments'][number]
export type RedirectionNode = SimpleCommandNode['redirections'][number]
export type WordNode = AssignmentNode extends { value: infer Value } ? NonNullable<Value> : never
export type WordPart = WordNode['parts'][number]
export type HereDocNode = Exclude<RedirectionNode['target'], WordNode>
export type BraceExpansionPart = Extract<WordPart, { type: 'BraceExpansion' }>
export type ParameterPart = Extract<WordPart, { type: 'ParameterExpansion' }>
export type ParameterOperation = NonNullable<ParameterPart['operation']>
export type ArithmeticNode = Extract<CommandNode, { type: 'ArithmeticCommand' }>['expression']

export function literal(value: string): WordNode {
  return { type: 'Word', parts: [{ type: 'Literal', value }] }
}
