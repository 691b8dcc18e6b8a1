const letters: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
}

/** A byte as the shell's text holds it. */
function byte(code: number): string {
  return String.fromCharCode(code < 0x80 ? code : 0xdc00 + (code & 0xff))
}

/** One escape after its backslash: what it stands for and where it ends. `stop` is `\c`. */
export interface Escape {
  readonly text: string
  readonly next: number
  readonly stop?: boolean
}

/**
 * Reads the escape whose backslash is at `at`. In `echo -e` and `%b` octal has a leading 0, in `printf` it has none;
 * what is no escape stays as it is, backslash and all.
 */
export function readEscape(text: string, at: number, style: 'echo' | 'format'): Escape {
  const char = text[at + 1]
  if (char === undefined) return { text: '\\', next: at + 1 }
  if (char === 'c' && style === 'echo') return { text: '', next: text.length, stop: true }
  const letter = Object.hasOwn(letters, char) ? letters[char] : undefined
  if (letter !== undefined) return { text: letter, next: at + 2 }
  const rest = text.slice(at + 1)
  const octal = (style === 'echo' ? /^0[0-7]{0,3}/ : /^[0-7]{1,3}/).exec(rest)?.[0]
  if (octal !== undefined) return { text: byte(Number.parseInt(octal, 8) & 0xff), next: at + 1 + octal.length }
  const hex = /^x([0-9A-Fa-f]{1,2})/.exec(rest)
  if (hex) return { text: byte(Number.parseInt(hex[1] ?? '', 16)), next: at + 1 + hex[0].length }
  const point = /^(?:u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8}))/.exec(rest)
  if (point) {
    const code = Number.parseInt(point[1] ?? point[2] ?? '', 16)
    return { text: code <= 0x10ffff ? String.fromCodePoint(code) : '', next: at + 1 + point[0].length }
  }
  if (style === 'format' && (char === '"' || char === "'" || char === '?')) return { text: char, next: at + 2 }
  return { text: `\\${char}`, next: at + 2 }
}

/** Replaces the escapes of `echo -e` or `%b`; `stop` when `\c` ended the output. */
export function withEscapes(text: string): { readonly text: string; readonly stop: boolean } {
  let out = ''
  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? ''
    if (char !== '\\') {
      out += char
      at++
      continue
    }
    const found = readEscape(text, at, 'echo')
    if (found.stop) return { text: out, stop: true }
    out += found.text
    at = found.next
  }
  return { text: out, stop: false }
}
