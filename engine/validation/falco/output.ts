import { cursorOver, patterns, takePattern } from './condition/cursor.ts'
import { parseField, parseTransformer } from './condition/parse-operand.ts'
import { compileSubject } from './condition/subject.ts'
import type { CheckNode, Operand } from './condition/syntax.ts'
import type { FalcoEvent, FieldValue } from './event.ts'
import { allFields, findField } from './fields.ts'
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

function fieldAt(text: string, start: number): { readonly part: OutputPart; readonly end: number } | undefined {
  const source = unplaced(text)
  const cursor = { ...cursorOver(text), at: start }
  const call = parseTransformer(cursor, source)
  if (call && !cursor.fault) return made(call, text, source)
  const whole = { ...cursorOver(text), at: start }
  const field = parseField(whole, source)
  if (field && !whole.fault && !('kind' in findField(field.name, field.argument))) return made(field, text, source)
  const again = { ...cursorOver(text), at: start }
  const name = takePattern(again, patterns.field) ?? ''
  for (let length = name.length; length > 0; length--) {
    const shorter = name.slice(0, length)
    if (shorter.includes('.') && !shorter.endsWith('.') && !('kind' in findField(shorter)))
      return made({ kind: 'field', name: shorter, start, end: start + length, source }, text, source)
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
