// Long on purpose: one grammar whose commands each end in their own way, which reads best in one piece.

import { compileRegex, type Regex } from '../../regex/posix.ts'

/** Which lines a command is for. */
export type Address =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'step'; readonly first: number; readonly step: number }
  | { readonly kind: 'last' }
  | { readonly kind: 'regex'; readonly regex: Regex | undefined }
  | { readonly kind: 'more'; readonly lines: number }
  | { readonly kind: 'multiple'; readonly of: number }

export interface Substitution {
  readonly regex: Regex | undefined
  readonly replacement: readonly ReplacementPart[]
  readonly all: boolean
  readonly nth: number
  readonly print: boolean
  readonly file?: string
}

export type ReplacementPart =
  | { readonly text: string }
  | { readonly group: number }
  | { readonly change: 'U' | 'L' | 'u' | 'l' | 'E' }

export interface SedCommand {
  readonly name: string
  readonly from?: Address
  readonly to?: Address
  readonly negated: boolean
  readonly text?: string
  readonly label?: string
  readonly substitution?: Substitution
  readonly map?: ReadonlyMap<string, string>
  readonly number?: number
  /** For `{`: where its `}` is. */
  end?: number
  /** For a range: the line it began at, and where it ends; kept while the script runs. */
  active?: number | undefined
}

export interface SedScript {
  readonly commands: readonly SedCommand[]
  readonly labels: ReadonlyMap<string, number>
  readonly quiet: boolean
}

interface Wrong {
  readonly problem: string
}

const controls: Readonly<Record<string, string>> = { a: '\x07', f: '\f', r: '\r', t: '\t', v: '\v' }

/** Reads a sed script. `chunks` are the `-e` texts; the problem is in sed's words, with the place in its chunk. */
export function readScript(chunks: readonly string[], extended: boolean): SedScript | Wrong {
  const commands: SedCommand[] = []
  const labels = new Map<string, number>()
  const open: number[] = []
  const text = chunks.join('\n')
  let at = 0
  const quiet = text.startsWith('#n\n') || text === '#n'

  const fail = (problem: string, place = at): never => {
    throw { problem: `-e expression #1, char ${place}: ${problem}` }
  }
  const skip = (chars: RegExp) => {
    while (at < text.length && chars.test(text[at] ?? '')) at++
  }
  const compile = (source: string, flags: string): Regex | undefined => {
    if (source === '') return undefined
    const made = compileRegex(source, { extended, fold: /[iI]/.test(flags), lines: /[mM]/.test(flags) })
    if ('problem' in made) return fail(made.problem, at)
    return made
  }

  /** Reads up to a delimiter, leaving escapes for the expression but taking the one before the delimiter away. */
  const delimited = (delimiter: string, regex: boolean, why: string): string => {
    let out = ''
    while (at < text.length) {
      const char = text[at] ?? ''
      if (char === delimiter) {
        at++
        return out
      }
      if (char === '\n' && regex) return fail(why, at + 1)
      if (char === '\\' && at + 1 < text.length) {
        const next = text[at + 1] ?? ''
        if (next === delimiter)
          out += regex && /[.*[\]^$+?(){}|]/.test(delimiter) && !'|'.includes(delimiter) ? `\\${delimiter}` : delimiter
        else if (next === 'n' && regex) out += '\n'
        else if (Object.hasOwn(controls, next)) out += controls[next]
        else out += char + next
        at += 2
        continue
      }
      if (regex && char === '[') {
        const close = setEnd(text, at)
        if (close > 0 && !text.slice(at, close).includes('\n')) {
          out += text
            .slice(at, close + 1)
            .replaceAll('\\n', '\n')
            .replaceAll('\\t', '\t')
            .replaceAll('\\]', '\\]')
          at = close + 1
          continue
        }
      }
      out += char
      at++
    }
    return fail(why, text.length)
  }

  const address = (second: boolean): Address | undefined => {
    const char = text[at] ?? ''
    if (/\d/.test(char)) {
      const first = number()
      skip(/[ \t]/)
      if (text[at] === '~') {
        at++
        return { kind: 'step', first, step: number() }
      }
      return { kind: 'line', line: first }
    }
    if (char === '$') {
      at++
      return { kind: 'last' }
    }
    if (second && (char === '+' || char === '~')) {
      at++
      const count = number()
      return char === '+' ? { kind: 'more', lines: count } : { kind: 'multiple', of: count }
    }
    if (char === '/' || char === '\\') {
      at += char === '/' ? 1 : 2
      const source = delimited(char === '/' ? '/' : (text[at - 1] ?? ''), true, 'unterminated address regex')
      let flags = ''
      while (/[IM]/.test(text[at] ?? '')) flags += text[at++]
      return { kind: 'regex', regex: compile(source, flags) }
    }
    return undefined
  }
  const number = (): number => {
    let digits = ''
    while (/\d/.test(text[at] ?? '')) digits += text[at++]
    return Number(digits)
  }

  /** The text of `a`, `i`, `c`: after a backslash and line end, or on the line itself, where a backslash keeps blanks. */
  const lines = (): string => {
    skip(/[ \t]/)
    if (at >= text.length) return fail("expected \\ after `a', `c' or `i'")
    if (text[at] === '\\') {
      at++
      const after = at
      skip(/[ \t]/)
      if (text[at] === '\n') at++
      else at = after
      if (at >= text.length) return ''
    }
    let out = ''
    while (at < text.length && text[at] !== '\n') {
      const char = text[at++] ?? ''
      if (char !== '\\') out += char
      else {
        const next = text[at++] ?? ''
        out += next === 'n' ? '\n' : Object.hasOwn(controls, next) ? controls[next] : next
      }
    }
    at++
    return `${out}\n`
  }

  const word = (): string => {
    skip(/[ \t]/)
    let out = ''
    while (at < text.length && !/[\n;]/.test(text[at] ?? '')) out += text[at++]
    return out.trimEnd()
  }
  const fileName = (): string => {
    skip(/[ \t]/)
    let out = ''
    while (at < text.length && text[at] !== '\n') out += text[at++]
    if (out === '') return fail('missing filename in r/R/w/W commands')
    return out
  }
  const finish = () => {
    skip(/[ \t]/)
    if (at >= text.length || /[\n;]/.test(text[at] ?? '')) at++
    else if (text[at] !== '}' && text[at] !== '#') fail('extra characters after command', at + 1)
  }

  const substitution = (): Substitution => {
    const delimiter = text[at++] ?? ''
    if (delimiter === '' || delimiter === '\n' || delimiter === '\\') return fail("unterminated `s' command")
    const source = delimited(delimiter, true, "unterminated `s' command")
    const replacement = delimited(delimiter, false, "unterminated `s' command")
    let all = false
    let nth = 0
    let print = false
    let file: string | undefined
    let flags = ''
    for (;;) {
      const flag = text[at] ?? ''
      if (flag === 'g') all = true
      else if (flag === 'p') print = true
      else if (/[iImM]/.test(flag)) flags += flag
      else if (flag === 'e') fail("the e flag of `s' is not simulated here")
      else if (/\d/.test(flag)) {
        nth = number()
        if (nth === 0) fail("number option to `s' command may not be zero")
        continue
      } else if (flag === 'w') {
        at++
        file = fileName()
        break
      } else break
      at++
    }
    skip(/[ \t]/)
    if (at < text.length && !/[\n;}#]/.test(text[at] ?? '')) fail("unknown option to `s'", at + 1)
    const regex = compile(source, flags)
    const parts = replacementParts(replacement)
    const most = Math.max(0, ...parts.map(part => ('group' in part ? part.group : 0)))
    if (regex && most > regex.groups) fail(`invalid reference \\${most} on \`s' command's RHS`)
    return { regex, replacement: parts, all, nth: nth || 1, print, ...(file === undefined ? {} : { file }) }
  }

  const transliteration = (): ReadonlyMap<string, string> => {
    const delimiter = text[at++] ?? ''
    const plain = (raw: string) => [
      ...raw.replace(/\\(.)/gs, (_, char: string) => (char === 'n' ? '\n' : char === '\\' ? '\\' : `\\${char}`)),
    ]
    const from = plain(delimited(delimiter, false, "unterminated `y' command"))
    const to = plain(delimited(delimiter, false, "unterminated `y' command"))
    if (from.length !== to.length) fail("strings for `y' command are different lengths")
    return new Map(from.map((char, index) => [char, to[index] ?? '']))
  }

  try {
    while (at < text.length) {
      skip(/[ \t\n;]/)
      if (at >= text.length) break
      if (text[at] === '#') {
        while (at < text.length && text[at] !== '\n') at++
        continue
      }
      const from = address(false)
      let to: Address | undefined
      skip(/[ \t]/)
      if (from && text[at] === ',') {
        at++
        skip(/[ \t]/)
        to = address(true)
        if (!to) fail("unexpected `,'", at)
      }
      skip(/[ \t]/)
      let negated = false
      while (text[at] === '!') {
        negated = true
        at++
        skip(/[ \t]/)
      }
      const name = text[at++] ?? ''
      const base = { name, negated, ...(from ? { from } : {}), ...(to ? { to } : {}) }
      if (from?.kind === 'line' && from.line === 0 && to?.kind !== 'regex') fail('invalid usage of line address 0')
      switch (name) {
        case '':
        case '\n':
          return fail('missing command', at - (name === '' ? 1 : 0))
        case '{':
          open.push(commands.length)
          commands.push({ ...base })
          continue
        case '}': {
          const start = open.pop()
          if (start === undefined) return fail("unexpected `}'")
          if (from) return fail("} doesn't want any addresses")
          const opener = commands[start]
          if (opener) opener.end = commands.length
          commands.push({ ...base })
          finish()
          continue
        }
        case ':': {
          if (from) return fail(": doesn't want any addresses")
          const label = word()
          if (label === '') return fail('":" lacks a label')
          labels.set(label, commands.length)
          commands.push({ ...base })
          continue
        }
        case 'a':
        case 'i':
        case 'c':
          commands.push({ ...base, text: lines() })
          continue
        case 's':
          commands.push({ ...base, substitution: substitution() })
          finish()
          continue
        case 'y':
          commands.push({ ...base, map: transliteration() })
          finish()
          continue
        case 'b':
        case 't':
        case 'T': {
          skip(/[ \t]/)
          let label = ''
          while (at < text.length && !/[\n; }]/.test(text[at] ?? '')) label += text[at++]
          commands.push({ ...base, label })
          finish()
          continue
        }
        case 'r':
        case 'R':
        case 'w':
        case 'W':
          commands.push({ ...base, text: fileName() })
          continue
        case 'q':
        case 'Q':
        case 'l':
        case 'L':
          skip(/[ \t]/)
          commands.push({ ...base, number: number() })
          finish()
          continue
        case 'd':
        case 'D':
        case 'g':
        case 'G':
        case 'h':
        case 'H':
        case 'n':
        case 'N':
        case 'p':
        case 'P':
        case 'x':
        case 'z':
        case 'F':
        case '=':
          commands.push({ ...base })
          finish()
          continue
        default:
          return fail(`unknown command: \`${name}'`)
      }
    }
    if (open.length > 0) return { problem: `-e expression #1, char 0: unmatched \`{'` }
    for (const { label } of commands)
      if (label && !labels.has(label))
        return {
          problem: `-e expression #1, char ${text.length}: can't find label for jump to \`${label}'`.replace(
            /-e expression #1, char \d+: /,
            '',
          ),
        }
    return { commands, labels, quiet }
  } catch (thrown) {
    if (typeof thrown === 'object' && thrown !== null && 'problem' in thrown && typeof thrown.problem === 'string')
      return { problem: thrown.problem }
    throw thrown
  }
}

/** Where the bracket that opens at a place closes; -1 when it does not. */
function setEnd(text: string, open: number): number {
  let at = open + 1
  if (text[at] === '^') at++
  if (text[at] === ']') at++
  for (; at < text.length; at++) {
    if (text[at] === '[' && /[:.=]/.test(text[at + 1] ?? '')) {
      const close = text.indexOf(`${text[at + 1]}]`, at + 2)
      if (close > 0) {
        at = close + 1
        continue
      }
    }
    if (text[at] === ']') return at
  }
  return -1
}

function replacementParts(text: string): readonly ReplacementPart[] {
  const parts: ReplacementPart[] = []
  let plain = ''
  const flush = () => {
    if (plain !== '') parts.push({ text: plain })
    plain = ''
  }
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? ''
    if (char === '&') {
      flush()
      parts.push({ group: 0 })
    } else if (char !== '\\') plain += char
    else {
      const next = text[++at] ?? ''
      if (/\d/.test(next)) {
        flush()
        parts.push({ group: Number(next) })
      } else if (/[ULulE]/.test(next)) {
        flush()
        parts.push({ change: next as 'U' | 'L' | 'u' | 'l' | 'E' })
      } else plain += next === 'n' ? '\n' : next === 't' ? '\t' : next === 'r' ? '\r' : next
    }
  }
  flush()
  return parts
}
