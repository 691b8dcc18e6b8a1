import { fieldValue } from '../field-value.ts'
import { findField, typeNames } from '../fields.ts'
import type { CheckNode, FieldNode, Operand, TransformerArgument, TransformerNode } from './syntax.ts'
import { type ConditionFault, isSubject, type Subject } from './test.ts'
import { compileTransformer } from './transform.ts'

export type Report = (fault: ConditionFault) => undefined

/** Makes an operand's getter. Reports what Falco refuses, and is undefined then. */
export function compileSubject(operand: Operand, check: CheckNode, report: Report): Subject | undefined {
  return operand.kind === 'field' ? compileField(operand, check, report) : compileCall(operand, check, report)
}

function compileField(node: FieldNode, check: CheckNode, report: Report): Subject | undefined {
  const found = findField(node.name, node.argument)
  if ('kind' in found) {
    const code = found.kind === 'unknown' ? 'falco-unknown-field' : 'falco-field-argument'
    return report({ code, message: found.message, at: node, check, data: { field: node.name } })
  }
  const { spec, type } = found
  return { node, type, isList: spec.isList, base: spec.name, field: found, get: fieldValue(found) }
}

function compileCall(node: TransformerNode, check: CheckNode, report: Report): Subject | undefined {
  const refuse = (message: string) => report({ code: 'falco-bad-transformer', message, at: node, check })
  const args: (Subject | readonly Subject[])[] = []
  for (const argument of node.args) {
    const made = compileArgument(argument, check, report)
    if (!made) return undefined
    args.push(made)
  }
  const made = compileTransformer(node, args)
  return 'message' in made ? refuse(made.message) : made
}

function compileArgument(
  argument: TransformerArgument,
  check: CheckNode,
  report: Report,
): Subject | readonly Subject[] | undefined {
  if (argument.kind === 'value') {
    const { text } = argument
    // Only its place counts: it stands for a constant.
    const node: FieldNode = {
      kind: 'field',
      name: '',
      start: argument.start,
      end: argument.end,
      source: argument.source,
    }
    return { node, type: 'c', isList: false, base: 'NA', get: () => text }
  }
  if (argument.kind === 'arguments') {
    const items: Subject[] = []
    for (const item of argument.items) {
      const made = compileArgument(item, check, report)
      if (!made) return undefined
      if (!Array.isArray(made)) items.push(...[made].filter(isSubject))
    }
    return items
  }
  return compileSubject(argument, check, report)
}

/** A type as Falco prints it. */
export function typeName({ type, isList }: Subject): string {
  return `'${typeNames[type]}${isList ? ' (list)' : ''}'`
}
