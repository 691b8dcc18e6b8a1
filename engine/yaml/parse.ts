import { Composer, type Document, Lexer, Parser, type YAMLError } from 'yaml'
import type { Finding } from './finding.ts'
import { limit } from './limits.ts'
import { parserFinding } from './parser-finding.ts'

/** The parser's documents, and what it had to say. Stops at the first limit that the text runs into. */
export interface Parsed {
  readonly documents: readonly Document.Parsed[]
  readonly findings: readonly Finding[]
}

/**
 * Parses under limits. The concrete syntax is built without recursion, so nesting is seen and stopped on its stack
 * before the composer, which recurses, gets to see it.
 */
export function parse(text: string): Parsed {
  return withoutTraces(() => parsed(text))
}

/** The parser makes an error of each of a text's faults; to note where in the program would take most of the time. */
function withoutTraces<T>(work: () => T): T {
  const errors: { stackTraceLimit?: number } = Error
  const { stackTraceLimit } = errors
  if (stackTraceLimit === undefined) return work()
  errors.stackTraceLimit = 0
  try {
    return work()
  } finally {
    errors.stackTraceLimit = stackTraceLimit
  }
}

function parsed(text: string): Parsed {
  const parser = new Parser()
  // Scalars stay text: what they and their tags mean is ours to say. So are duplicate keys.
  const composer = new Composer({
    schema: 'failsafe',
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const documents: Document.Parsed[] = []
  let stop: Finding | undefined
  let tokens = 0
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token))
    stop = beyondDepth(parser) ?? beyondDocuments(documents) ?? (tokens++ < limit.tokens ? undefined : tooLarge)
    if (stop) break
  }
  if (!stop) {
    for (const token of parser.end()) documents.push(...composer.next(token))
    documents.push(...composer.end(false, text.length))
    stop = beyondDocuments(documents)
  }
  const findings = documents.flatMap(({ errors }) => firstOfLine(errors.slice(0, limit.findings), text))
  return { documents, findings: stop ? [...findings, stop] : findings }
}

export const tooLarge: Finding = {
  code: 'yaml-too-large',
  severity: 'error',
  path: [],
  message: 'This file is larger than 1 MiB, or has too many words and signs. Make it smaller.',
  data: { size: limit.size, tokens: limit.tokens },
}

/** What follows an error on its line is mostly its consequence. Nested mappings are the cause of what else is there. */
function firstOfLine(errors: readonly YAMLError[], text: string): readonly Finding[] {
  const lines = new Set<number>()
  const lineOf = (offset: number) => text.lastIndexOf('\n', offset - 1)
  const isCause = ({ message }: YAMLError) => message.startsWith('Nested mappings')
  return [...errors.filter(isCause), ...errors.filter(error => !isCause(error))].flatMap(error => {
    const finding = parserFinding(error, text)
    const own = [lineOf(finding.range?.start ?? 0), lineOf(error.pos[0])]
    if (own.some(line => lines.has(line))) return []
    for (const line of own) lines.add(line)
    return finding
  })
}

function beyondDepth(parser: Parser): Finding | undefined {
  if (parser.stack.length <= limit.depth) return undefined
  const open = parser.stack.filter(({ type }) => ['block-map', 'block-seq', 'flow-collection'].includes(type))
  if (open.length <= limit.depth) return undefined
  return {
    code: 'yaml-too-deep',
    severity: 'error',
    path: [],
    range: { start: parser.offset, end: parser.offset + 1 },
    message: `Lists and maps lie more than ${limit.depth} deep in each other here. Nest less.`,
    data: { limit: limit.depth },
  }
}

function beyondDocuments(documents: readonly Document.Parsed[]): Finding | undefined {
  const next = documents[limit.documents]
  if (!next) return undefined
  return {
    code: 'yaml-too-many-documents',
    severity: 'error',
    path: [],
    range: { start: next.range[0], end: next.range[0] + 1 },
    message: `There are more than ${limit.documents} documents in this file. Split it.`,
    data: { limit: limit.documents },
  }
}
