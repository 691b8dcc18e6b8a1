import type { MappedText } from '../mapped-text.ts'
import {
  type Cursor,
  cursorOver,
  fail,
  type Listed,
  patterns,
  type SyntaxFault,
  skipBlank,
  take,
  takePattern,
} from './cursor.ts'
import { parseCheck } from './parse-check.ts'
import type { ConditionNode, JunctionNode } from './syntax.ts'

export type Parsed = { readonly node: ConditionNode } | { readonly fault: SyntaxFault }

/** Conditions nest by the call stack; Falco itself knows no limit. */
const deepest = 500

/** Parses a condition, lists already put in, by the grammar of Falco 0.44.1. Messages and places are its own. */
export function parseCondition(source: MappedText): Parsed {
  const cursor = cursorOver(source.text, listedIn(source))
  const node = parseJunction({ cursor, source, depth: 0 }, 'or')
  if (!cursor.fault && cursor.at < source.text.length)
    fail(cursor, `unexpected token after '${cursor.last}', expecting 'or', 'and'`)
  if (cursor.fault) return { fault: cursor.fault }
  return node ? { node } : { fault: { message: expectedCheck, at: cursor.at } }
}

function listedIn({ pieces }: MappedText): ReadonlyMap<number, Listed> | undefined {
  const listed = new Map<number, Listed>()
  for (const { at, length, values } of pieces) if (values) listed.set(at, { at, length, values })
  return listed.size > 0 ? listed : undefined
}

interface Parser {
  readonly cursor: Cursor
  readonly source: MappedText
  readonly depth: number
}

const expectedCheck = "expected a '(' token, a field check, or an identifier"

function parseJunction(parser: Parser, word: 'and' | 'or'): ConditionNode | undefined {
  const { cursor } = parser
  const parseChild = () => (word === 'or' ? parseJunction(parser, 'and') : parseNot(parser))
  skipBlank(cursor)
  const start = cursor.at
  const children: ConditionNode[] = []
  let child = parseChild()
  skipBlank(cursor)
  while (child && !cursor.fault && take(cursor, word)) {
    children.push(child)
    if (skipBlank(cursor)) child = parseChild()
    else if (take(cursor, '(')) child = parseEmbedded(parser)
    else return fail(cursor, `expected blank or '(' after '${word}'`)
    skipBlank(cursor)
  }
  if (!child || cursor.fault) return undefined
  if (children.length === 0) return child
  const node: JunctionNode = {
    kind: word,
    children: [...children, child],
    start,
    end: child.end,
    source: parser.source,
  }
  return node
}

function parseNot(parser: Parser): ConditionNode | undefined {
  const { cursor, source } = parser
  skipBlank(cursor)
  const start = cursor.at
  let negated = false
  let child: ConditionNode | undefined
  for (;;) {
    const before = { at: cursor.at, last: cursor.last }
    if (!take(cursor, 'not')) break
    if (skipBlank(cursor)) {
      negated = !negated
      continue
    }
    if (take(cursor, '(')) {
      negated = !negated
      child = parseEmbedded(parser)
      if (!child) return undefined
      break
    }
    Object.assign(cursor, before)
    break
  }
  child ??= parsePrimary(parser)
  if (!child || !negated) return child
  return { kind: 'not', child, start, end: cursor.at, source }
}

function parsePrimary(parser: Parser): ConditionNode | undefined {
  const { cursor, source } = parser
  skipBlank(cursor)
  if (take(cursor, '(')) return parseEmbedded(parser)
  const start = cursor.at
  const check = parseCheck(cursor, source)
  if (check || cursor.fault) return check
  const name = takePattern(cursor, patterns.identifier)
  if (name === undefined) return fail(cursor, expectedCheck)
  return { kind: 'macro', name, start, end: cursor.at, source }
}

/** What follows an opening parenthesis. */
function parseEmbedded(parser: Parser): ConditionNode | undefined {
  const { cursor } = parser
  if (parser.depth >= deepest) return fail(cursor, tooDeep)
  const node = parseJunction({ ...parser, depth: parser.depth + 1 }, 'or')
  if (!node) return undefined
  return take(cursor, ')') ? node : fail(cursor, "expected a ')' token")
}

/** Ours, not Falco's. */
export const tooDeep = `Parentheses nest deeper than ${deepest}. Take some out.`
