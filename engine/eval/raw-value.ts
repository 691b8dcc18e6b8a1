/**
 * The text of a field's value in a JSON object, as written: JavaScript's own reader rounds large numbers. Undefined when
 * the object has no such field. `object` must be valid JSON.
 */
export function rawValue(object: string, field: string): string | undefined {
  const tokens = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g
  let depth = 0
  let key: string | undefined
  let start: number | undefined
  for (let token = tokens.exec(object); token; token = tokens.exec(object)) {
    const [text] = token
    if (depth === 1 && (text === ',' || text === '}')) {
      if (start !== undefined) return object.slice(start, token.index).trim()
      key = undefined
    } else if (depth === 1 && text === ':' && key !== undefined) {
      if (JSON.parse(key) === field) start = tokens.lastIndex
    } else if (depth === 1 && key === undefined) key = text
    if (text === '{' || text === '[') depth++
    if (text === '}' || text === ']') depth--
  }
  return undefined
}
