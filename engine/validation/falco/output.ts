import { cursorOver } from './condition/cursor.ts'
import { parseField, parseTransformer } from './condition/parse-operand.ts'
import { compileSubject } from './condition/subject.ts'
import type { CheckNode, Operand } from './condition/syntax.ts'
import type { FalcoEvent, FieldValue } from './event.ts'
import { allFields } from './fields.ts'
import { type MappedText, unplaced } from './mapped-text.ts'

export type OutputPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'field'
      /** As written: `proc.aname[1]`, `tolower(proc.name)`. */
      readonly written: string
      readonly node: Operand
      /** Filled up with blanks to this many characters, or cut. */
      readonly width?: number
      readonly get: (event: FalcoEvent) => FieldValue | undefined
      readonly hasValue: boolean
    }

export interface OutputFault {
  readonly message: string
  /** The text from the `%` on that no field could be read from. */
  readonly start: number
  readonly end: number
}

/** Reads an output as Falco's formatter does: the longest field that exists counts, whatever follows it is text. */
export function parseOutput(text: string): { readonly parts: readonly OutputPart[] } | { readonly fault: OutputFault } {
  if (text === '') return { fault: { message: 'empty formatting token', start: 0, end: 0 } }
  const parts: OutputPart[] = []
  let at = text.startsWith('*') ? 1 : 0
  while (at < text.length) {
    const percent = text.indexOf('%', at)
    const plain = text.slice(at, percent === -1 ? text.length : percent)
    if (plain !== '') parts.push({ kind: 'text', text: plain })
    if (percent === -1) break
    const digits = /^\d*/.exec(text.slice(percent + 1))?.[0] ?? ''
    const begins = percent + 1 + digits.length
    if (begins >= text.length) {
      const what = digits === '' ? 'a %' : 'a number'
      const message = `invalid formatting syntax: formatting cannot end with ${what}`
      return { fault: { message, start: percent, end: text.length } }
    }
    const found = fieldAt(text, begins)
    if (!found) {
      const word = /^[^\s%,;)]+/.exec(text.slice(begins))?.[0].length ?? 0
      // Falco's own words, which end there.
      return { fault: { message: "unknown filter: unexpected token after '", start: percent, end: begins + word } }
    }
    parts.push({ ...found.part, ...(digits === '' ? {} : { width: Number(digits) }) })
    at = found.end
  }
  return { parts }
}

/** How far ahead is looked for a field, in characters; nobody writes a longer one. */
const longest = 2000

/**
 * The field or call that stands here. Where what follows is none, Falco takes one character off its end after the other
 * until it is one.
 */
function fieldAt(text: string, start: number): { readonly part: OutputPart; readonly end: number } | undefined {
  let rest = text.slice(start, start + longest)
  while (rest !== '') {
    const source = unplaced(rest)
    const cursor = cursorOver(rest)
    const node = parseField(cursor, source) ?? (cursor.fault ? undefined : parseTransformer(cursor, source))
    const found = node && !cursor.fault ? made(node, rest, source) : undefined
    if (found) return { part: found.part, end: start + found.end }
    // Up to where the reading came, every text that is longer fails in the same way.
    rest = rest.slice(0, Math.min(Math.max(cursor.at, cursor.fault?.at ?? 0), rest.length) - 1)
  }
  return undefined
}

function made(node: Operand, text: string, source: MappedText) {
  const check: CheckNode = { kind: 'check', left: node, operator: 'exists', start: node.start, end: node.end, source }
  const subject = compileSubject(node, check, () => undefined)
  if (!subject) return undefined
  // Two things that Falco cannot print.
  const isLength = node.kind === 'transformer' && node.name === 'len' && !node.args.some(isListField)
  const hasValue = !isLength && subject.field?.spec.onlyInConditions !== true
  const written = text.slice(node.start, node.end)
  return { part: { kind: 'field', written, node, get: subject.get, hasValue } as const, end: node.end }
}

function isListField(argument: { readonly kind: string; readonly name?: string }): boolean {
  return argument.kind === 'field' && allFields().get(argument.name ?? '')?.isList === true
}
