import type { JsonNode } from './json.ts'

/** A value as Go's `encoding/json` writes it: without blanks, and escaping what HTML might take amiss. */
export function jsonText(node: JsonNode): string {
  switch (node.kind) {
    case 'array':
      return `[${node.items.map(jsonText).join(',')}]`
    case 'object':
      return `{${node.members.map(({ key, value }) => `${jsonString(key)}:${jsonText(value)}`).join(',')}}`
    case 'string':
      return jsonString(node.value)
    case 'number':
      return node.literal
    default:
      return node.kind === 'bool' ? String(node.value) : 'null'
  }
}

export function jsonString(text: string): string {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    found => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A value as JavaScript has it. Objects have no prototype; large numbers are rounded. */
export function plainValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'array':
      return node.items.map(plainValue)
    case 'object': {
      const fields: Record<string, unknown> = Object.create(null)
      for (const { key, value } of node.members) fields[key] = plainValue(value)
      return fields
    }
    case 'string':
      return node.value
    case 'number':
      return Number(node.literal)
    default:
      return node.kind === 'bool' ? node.value : null
  }
}
