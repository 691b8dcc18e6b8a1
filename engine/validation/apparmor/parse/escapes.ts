const named: Readonly<Record<string, string>> = {
  a: '\x07',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
}

/**
 * A name as the scanner hands it on: quotes taken off and escapes replaced. What means something in a glob keeps its
 * backslash, and so does what is no escape at all.
 */
export function unescaped(written: string): string {
  const quoted = written.startsWith('"')
  const text = quoted ? written.slice(1, -1) : written
  if (!text.includes('\\')) return text
  return text.replace(
    /\\(?:([0-7]{1,3})|d([0-9]{1,3})|x([0-9A-Fa-f]{1,2})|([aefnrt"\\]))/g,
    (all, octal?: string, decimal?: string, hex?: string, letter?: string) => {
      const character = letter !== undefined ? (named[letter] ?? letter) : byte(octal, decimal, hex)
      if (character === undefined || character === '\0') return all
      return '*?[]{}^,\\'.includes(character) ? `\\${character}` : character
    },
  )
}

/** Of digits that would be more than a byte, the last counts as text. */
function byte(octal?: string, decimal?: string, hex?: string): string | undefined {
  const [digits, base] = octal !== undefined ? [octal, 8] : decimal !== undefined ? [decimal, 10] : [hex ?? '', 16]
  const code = Number.parseInt(digits, base)
  if (code <= 255) return String.fromCharCode(code)
  return String.fromCharCode(Number.parseInt(digits.slice(0, -1), base)) + digits.slice(-1)
}
