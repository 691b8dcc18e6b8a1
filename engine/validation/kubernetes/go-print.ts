const named: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\v': '\\v',
}

/** Go's `%q`: printable characters stay. */
export function goQuoted(text: string): string {
  const shown = [...text].map(character => {
    const code = character.codePointAt(0) ?? 0
    if (named[character]) return named[character]
    if (code < 0x20 || code === 0x7f) return `\\x${hex(code, 2)}`
    if (/[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(character)) return character
    return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`
  })
  return `"${shown.join('')}"`
}

/**
 * A value as Go's `encoding/json` writes it, which escapes what HTML might take amiss. An object is a Go struct, whose
 * fields stay in order; a Map is a Go map, whose keys are sorted. `undefined` is nil.
 */
export function goJson(value: unknown): string {
  if (value === undefined || value === null) return 'null'
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return `[${value.map(goJson).join(',')}]`
  if (value instanceof Map) return members([...value].sort(([a], [b]) => byBytes(String(a), String(b))))
  if (typeof value === 'object') return members(Object.entries(value).filter(([, it]) => it !== undefined))
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, found => `\\u${hex(found.charCodeAt(0), 4)}`)
}

function members(entries: readonly (readonly [unknown, unknown])[]): string {
  return `{${entries.map(([key, value]) => `${goJson(String(key))}:${goJson(value)}`).join(',')}}`
}

/** The order in which Go sorts strings: that of their bytes in UTF-8, which is that of their code points. */
export function byBytes(one: string, other: string): number {
  for (let i = 0; i < one.length && i < other.length; i++) {
    const [a, b] = [one.charCodeAt(i), other.charCodeAt(i)]
    if (a === b) continue
    // Half of a pair stands for a character above all those that need no pair.
    const [highA, highB] = [(a & 0xf800) === 0xd800, (b & 0xf800) === 0xd800]
    return highA === highB ? a - b : highA ? 1 : -1
  }
  return one.length - other.length
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0')
}
