import type { TransformerArgument } from './condition/syntax.ts'
import type { FalcoEvent, FieldValue } from './event.ts'
import { radixOf } from './event-types.ts'
import { fieldValue } from './field-value.ts'
import { findField, type UsedField } from './fields.ts'
import { parseOutput } from './output.ts'

/** JSON as text, by key, and the fields that an event does not tell. */
export interface JsonFields {
  readonly fields: ReadonlyMap<string, string>
  readonly unknown: readonly string[]
}

/**
 * Reads the fields of an output, those within transformers too, and gives their values as JSON: numbers and booleans with
 * their type, times as nanoseconds, lists as arrays.
 */
export function compileJsonFields(output: string): (event: FalcoEvent) => JsonFields {
  const read = parseOutput(output)
  const found = new Map<string, UsedField>()
  if ('parts' in read)
    for (const part of read.parts)
      if (part.kind === 'field') for (const field of fieldsIn(part.node)) found.set(field.key, field)
  const getters = [...found.values()].map(field => ({ field, get: fieldValue(field) }))
  return event => {
    const fields = new Map<string, string>()
    const unknown: string[] = []
    for (const { field, get } of getters) {
      const value = field.spec.onlyInConditions ? null : get(event)
      if (value === undefined) unknown.push(field.key)
      fields.set(field.key, value === undefined ? jsonString(`<${field.key}?>`) : jsonOf(value, field, event))
    }
    return { fields, unknown }
  }
}

function* fieldsIn(node: TransformerArgument): Generator<UsedField> {
  if (node.kind === 'field') {
    const found = findField(node.name, node.argument)
    if (!('kind' in found)) yield found
  } else if (node.kind !== 'value')
    for (const inner of node.kind === 'transformer' ? node.args : node.items) yield* fieldsIn(inner)
}

const times = /^evt\.(?:time|time\.s|time\.iso8601|datetime|datetime\.s|outputtime)$/

function jsonOf(value: FieldValue, field: UsedField, event: FalcoEvent): string {
  const { spec, type } = field
  if (times.test(spec.name)) {
    const time = event.fields.get('evt.rawtime')
    return typeof time === 'string' ? time : 'null'
  }
  if (value === null) return 'null'
  if (typeof value !== 'string')
    return spec.isList ? listOf(value.map(item => jsonString(item))) : jsonString(value.join(' '))
  if (type === 'b') return value === 'true' ? 'true' : 'false'
  if (type === 'y') return jsonString(value.replace(/[^ -~]/g, '.'))
  if (type === 'd') return /^-?\d+(?:\.\d+)?$/.test(value) ? value : jsonString(value)
  if ('cxpn'.includes(type) || !/^-?\d+$/.test(value)) return jsonString(value)
  const isHex = spec.name === 'fd.dev' || type === 'f'
  const isOdd = spec.name === 'evt.rawarg' && radixOf(event.type, field.argument ?? '') !== 10
  return isHex || isOdd ? jsonString(value) : String(BigInt(value))
}

function listOf(items: readonly string[]): string {
  return items.length === 0 ? 'null' : `[${items.join(',')}]`
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text in JSON as Falco writes it: everything that is no control character stays as it is. */
export function jsonString(text: string): string {
  return JSON.stringify(text.replace(loneSurrogate, '\ufffd'))
}

/** An object with its keys in order; values are JSON already. */
export function jsonObject(entries: Iterable<readonly [string, string]>): string {
  const sorted = [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, value]) => `${jsonString(key)}:${value}`).join(',')}}`
}
