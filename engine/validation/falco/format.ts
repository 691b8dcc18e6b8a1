import { isAscii } from './condition/position.ts'
import type { FalcoEvent, FieldValue } from './event.ts'
import { allFields } from './fields.ts'
import { type OutputPart, parseOutput } from './output.ts'
import { type Priority, priorities } from './rule-set.ts'

/** An output with an event's values put in. */
export interface Formatted {
  readonly text: string
  /** Fields, as written, that the event does not tell: they are shown as `<…>`, and the real text is not known. */
  readonly unknown: readonly string[]
  /** Fields, as written, with their values; null where the event has none. */
  readonly fields: ReadonlyMap<string, FieldValue>
}

/** Compiles an output. A faulty one, which no rule that Falco loads has, gives itself. */
export function compileOutput(output: string): (event: FalcoEvent) => Formatted {
  const read = parseOutput(output)
  if ('fault' in read) return () => ({ text: output, unknown: [], fields: new Map() })
  return event => {
    const fields = new Map<string, FieldValue>()
    const unknown: string[] = []
    const text = read.parts.map(part => {
      if (part.kind === 'text') return part.text
      const value = part.hasValue ? part.get(event) : null
      if (value === undefined) {
        unknown.push(part.written)
        return `<${part.written}?>`
      }
      fields.set(part.written, value)
      return inWidth(shown(value, part), part.width)
    })
    return { text: text.join(''), unknown, fields }
  }
}

/** Lists of values in parentheses; ancestors and the like as one text. */
function shown(value: FieldValue, part: OutputPart): string {
  if (value === null) return '<NA>'
  if (typeof value === 'string') return part.kind === 'field' && isBytes(part) ? printable(value) : value
  const name = part.kind === 'field' && part.node.kind === 'field' ? part.node.name : ''
  return name === 'fd.types' ? `(${value.join(',')})` : value.join(' ')
}

function isBytes({ node }: Extract<OutputPart, { kind: 'field' }>): boolean {
  return node.kind === 'field' && allFields().get(node.name)?.type === 'y'
}

function printable(text: string): string {
  return text.replace(/[^ -~]/g, '.')
}

function inWidth(text: string, width: number | undefined): string {
  if (width === undefined || width === 0) return text
  if (isAscii(text)) return text.slice(0, width).padEnd(width)
  const bytes = new TextEncoder().encode(text).slice(0, width)
  return `${new TextDecoder().decode(bytes)}${' '.repeat(width - bytes.length)}`
}

/** The line that Falco writes for an alert: time, priority, message. */
export function alertLine(time: string, priority: Priority, message: string): string {
  return `${time}: ${priority} ${message}`
}

/** Whether a priority is at least another. */
export function isAtLeast(priority: Priority, least: Priority): boolean {
  return priorities.indexOf(priority) <= priorities.indexOf(least)
}
