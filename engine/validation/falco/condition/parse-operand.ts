import type { MappedText } from '../mapped-text.ts'
import { type Cursor, fail, patterns, skipBlank, take, takePattern, takeQuoted } from './cursor.ts'
import {
  type ArgumentsNode,
  type FieldNode,
  type Operand,
  type TransformerArgument,
  type TransformerNode,
  transformers,
  type ValueNode,
} from './syntax.ts'

export const transformerWords = transformers.map(name => `'${name}'`).join(', ')

export function parseField(cursor: Cursor, source: MappedText): FieldNode | undefined {
  const start = cursor.at
  const name = takePattern(cursor, patterns.field)
  if (name === undefined) return undefined
  const argument = parseBrackets(cursor)
  if (cursor.fault) return undefined
  return { kind: 'field', name, ...(argument === undefined ? {} : { argument }), start, end: cursor.at, source }
}

function parseBrackets(cursor: Cursor): string | undefined {
  if (!take(cursor, '[')) return undefined
  const argument = takeQuoted(cursor) ?? (cursor.fault ? undefined : takePattern(cursor, patterns.argument))
  if (argument === undefined) return fail(cursor, 'expected a valid field argument: a quoted string or a bare string')
  return take(cursor, ']') ? argument : fail(cursor, "expected a ']' token")
}

/** `tolower(field)` and the like; not `val`, which stands only on the right. */
export function parseTransformer(cursor: Cursor, source: MappedText): TransformerNode | undefined {
  const start = cursor.at
  const name = transformers.find(each => each !== 'val' && take(cursor, `${each}(`))
  if (name === undefined) return undefined
  const args: TransformerArgument[] = []
  do {
    skipBlank(cursor)
    const argument = parseArgument(cursor, source, true)
    if (cursor.fault) return undefined
    if (!argument)
      return fail(
        cursor,
        'expected field transformer argument: field, transformer, quoted string, number, or transformer list',
      )
    args.push(argument)
    skipBlank(cursor)
  } while (take(cursor, ','))
  if (!take(cursor, ')')) return fail(cursor, "expected a ')' token closing the transformer")
  const argument = parseBrackets(cursor)
  if (cursor.fault) return undefined
  const brackets = argument === undefined ? {} : { argument }
  return { kind: 'transformer', name, args, ...brackets, start, end: cursor.at, source }
}

/** What may stand right of an operator in place of a constant: `val(field)` or a transformer. */
export function parseRightHand(cursor: Cursor, source: MappedText): Operand | undefined {
  const start = cursor.at
  if (!take(cursor, 'val(')) return parseTransformer(cursor, source)
  skipBlank(cursor)
  const field = parseField(cursor, source)
  if (cursor.fault) return undefined
  if (!field) return fail(cursor, "expected a field within 'val' transformer")
  skipBlank(cursor)
  if (!take(cursor, ')')) return fail(cursor, "expected a ')' token closing the transformer")
  return { ...field, start, end: cursor.at }
}

function parseArgument(cursor: Cursor, source: MappedText, listToo: boolean): TransformerArgument | undefined {
  return (
    parseConstant(cursor, source) ??
    (listToo ? parseArguments(cursor, source) : undefined) ??
    (cursor.fault ? undefined : (parseTransformer(cursor, source) ?? parseField(cursor, source)))
  )
}

function parseConstant(cursor: Cursor, source: MappedText): ValueNode | undefined {
  const start = cursor.at
  const text = takePattern(cursor, patterns.hex) ?? takePattern(cursor, patterns.number) ?? takeQuoted(cursor)
  return text === undefined ? undefined : { kind: 'value', text, start, end: cursor.at, source }
}

function parseArguments(cursor: Cursor, source: MappedText): ArgumentsNode | undefined {
  const start = cursor.at
  if (cursor.fault || !take(cursor, '(')) return undefined
  const items: TransformerArgument[] = []
  skipBlank(cursor)
  let item = parseArgument(cursor, source, false)
  while (item) {
    items.push(item)
    skipBlank(cursor)
    if (!take(cursor, ',')) break
    skipBlank(cursor)
    item = parseArgument(cursor, source, false)
    if (!item) return fail(cursor, 'expected transformer list argument: field, transformer, quoted string, or number')
  }
  if (cursor.fault) return undefined
  return take(cursor, ')')
    ? { kind: 'arguments', items, start, end: cursor.at, source }
    : fail(cursor, "expected a ')' token")
}
