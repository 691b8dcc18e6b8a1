import { isTooLarge, limit } from '../limits.ts'
import { readDirectives, type TagHandles } from './directives.ts'
import type { Mark } from './marks.ts'
import type { CppNode } from './nodes.ts'
import { parseDocument } from './parse.ts'
import { Refused } from './refused.ts'
import { scannerOf } from './scanner.ts'

/** What yaml-cpp makes of a text. */
export type CppYamlReading = { readonly documents: readonly CppNode[] } | CppYamlRefusal

export interface CppYamlRefusal {
  /** The whole error: `yaml-cpp: error at line 3, column 1: end of map not found`. */
  readonly refused: string
  /** Its last part: `end of map not found`. One sentence of ours where a limit of ours was met. */
  readonly problem: string
  readonly ours: boolean
  readonly mark: Mark
}

/**
 * Reads a text as yaml-cpp's `LoadAll` does, and so Falco: its verdicts, its marks and its words. An empty document ends
 * it, and nothing behind is read. Never throws; linear in the text's length.
 */
export function readCppYaml(text: string): CppYamlReading {
  const start: Mark = { line: 0, column: 0, pos: 0, offset: 0 }
  if (isTooLarge(text)) return refusal(new Refused(start, 'This file is larger than 1 MiB. Make it smaller.', true))
  try {
    return { documents: documentsIn(text) }
  } catch (thrown) {
    if (thrown instanceof Refused) return refusal(thrown)
    throw thrown
  }
}

function documentsIn(text: string): readonly CppNode[] {
  const scanner = scannerOf(text)
  const documents: CppNode[] = []
  let handles: TagHandles = new Map()
  while (true) {
    handles = readDirectives(scanner, handles)
    const token = scanner.peek()
    if (!token) return documents
    if (documents.length === limit.documents)
      throw new Refused(token.mark, `There are more than ${limit.documents} documents in this file. Split it.`, true)
    if (token.type === 'document-start') scanner.pop()
    const document = parseDocument(scanner, handles)
    if (document.kind === 'null') return documents
    documents.push(document)
  }
}

function refusal({ message, mark, ours }: Refused): CppYamlRefusal {
  const refused = ours ? message : `yaml-cpp: error at line ${mark.line + 1}, column ${mark.column + 1}: ${message}`
  return { refused, problem: message, ours, mark }
}
