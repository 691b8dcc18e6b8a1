export interface Token {
  readonly kind: 'number' | 'string' | 'regex' | 'name' | 'call' | 'word' | 'sign' | 'line' | 'end'
  readonly text: string
  readonly at: number
}

const words = new Set(
  'BEGIN END function func if else while for do break continue next nextfile exit return delete in getline print printf'.split(
    ' ',
  ),
)
const signs = [
  '**=',
  '>>',
  '**',
  '^=',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '==',
  '<=',
  '>=',
  '!=',
  '++',
  '--',
  '&&',
  '||',
  '!~',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ';',
  ',',
  '+',
  '-',
  '*',
  '/',
  '%',
  '^',
  '!',
  '>',
  '<',
  '|',
  '?',
  ':',
  '~',
  '$',
  '=',
]
const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  '/': '/',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
}

/** Cuts an awk program into tokens. A slash begins an expression where an operand may stand. */
export function tokensOf(text: string): readonly Token[] {
  const out: Token[] = []
  let at = 0
  const fail = (problem: string, place: number): never => {
    throw { problem, at: place }
  }
  const operandMayFollow = () => {
    const last = out.at(-1)
    if (!last) return true
    if (last.kind === 'number' || last.kind === 'string' || last.kind === 'regex' || last.kind === 'name') return false
    return !(
      last.kind === 'sign' &&
      (last.text === ')' || last.text === ']' || last.text === '$' || last.text === '++' || last.text === '--')
    )
  }
  while (at < text.length) {
    const char = text[at] ?? ''
    const start = at
    if (char === '\n') {
      out.push({ kind: 'line', text: '\n', at })
      at++
    } else if (/[ \t\r]/.test(char)) at++
    else if (char === '\\' && /^\\\r?\n/.test(text.slice(at, at + 3))) at += text[at + 1] === '\r' ? 3 : 2
    else if (char === '#') while (at < text.length && text[at] !== '\n') at++
    else if (/\d/.test(char) || (char === '.' && /\d/.test(text[at + 1] ?? ''))) {
      const found = /^(0[xX][0-9A-Fa-f]+|(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?)/.exec(text.slice(at))?.[0] ?? char
      out.push({ kind: 'number', text: found, at })
      at += found.length
    } else if (char === '"') {
      let value = ''
      at++
      while (at < text.length && text[at] !== '"') {
        if (text[at] === '\n') fail('unterminated string', start)
        if (text[at] === '\\') {
          const next = text[at + 1] ?? ''
          const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1))?.[0]
          if (octal) {
            value += String.fromCharCode(Number.parseInt(octal, 8))
            at += 1 + octal.length
            continue
          }
          if (next !== '\n') value += escapes[next] ?? (next === '\\' ? '\\' : `\\${next}`)
          at += 2
          continue
        }
        value += text[at++]
      }
      if (at >= text.length) fail('unterminated string', start)
      at++
      out.push({ kind: 'string', text: value, at: start })
    } else if (char === '/' && operandMayFollow()) {
      let source = ''
      let inSet = false
      at++
      while (at < text.length && (text[at] !== '/' || inSet)) {
        const now = text[at] ?? ''
        if (now === '\n') fail('unterminated regexp', start)
        if (now === '\\') {
          const next = text[at + 1] ?? ''
          source += next === '/' ? '/' : `\\${next}`
          at += 2
          continue
        }
        if (now === '[' && !inSet && /^\[\^?\]?[^\]\n]*\]/.test(text.slice(at))) inSet = true
        else if (now === ']' && inSet && !/\[\^?$/.test(source)) inSet = false
        source += now
        at++
      }
      if (at >= text.length) fail('unterminated regexp', start)
      at++
      out.push({ kind: 'regex', text: source, at: start })
    } else if (/[A-Za-z_]/.test(char)) {
      const name = /^\w+/.exec(text.slice(at))?.[0] ?? char
      at += name.length
      out.push({ kind: words.has(name) ? 'word' : text[at] === '(' ? 'call' : 'name', text: name, at: start })
    } else {
      const sign = signs.find(it => text.startsWith(it, at))
      if (sign === undefined) return fail('syntax error', at)
      out.push({ kind: 'sign', text: sign === '**' ? '^' : sign === '**=' ? '^=' : sign, at })
      at += sign.length
    }
  }
  out.push({ kind: 'end', text: '', at })
  return out
}
