import { Composer, type Document, Lexer, Parser } from 'yaml'
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
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token))
    stop = beyondDepth(parser) ?? beyondDocuments(documents)
    if (stop) break
  }
  if (!stop) {
    for (const token of parser.end()) documents.push(...composer.next(token))
    documents.push(...composer.end(false, text.length))
  }
  const findings = documents.flatMap(document =>
    document.errors.slice(0, limit.findings).map(error => parserFinding(error, text)),
  )
  return { documents, findings: stop ? [...findings, stop] : findings }
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
