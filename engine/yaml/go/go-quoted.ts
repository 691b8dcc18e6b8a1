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

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0')
}
