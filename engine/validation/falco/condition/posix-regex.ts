/**
 * RE2's POSIX syntax: nothing of Perl's, so no classes like `\d`, no flags, and operators may be stacked. A pattern is
 * read as RE2 reads it, and written anew for an engine that reads Perl's syntax.
 */
export type PosixPattern = { readonly pattern: string } | { readonly problem: string }

/** Ends the reading of a pattern: thrown by its parts, caught in `readPosix`, and nowhere else. */
class Faulty extends Error {}

/** What a group holds so far: its alternatives, and the parts of the last of them. */
interface Group {
  readonly alternatives: string[]
  parts: Part[]
}

interface Part {
  readonly text: string
  /** How often what is in it may be repeated at most, operators in each other multiplied. */
  readonly repeats: number
}

const mostRepeats = 1000

export function readPosix(written: string): PosixPattern {
  try {
    return { pattern: translated(written) }
  } catch (thrown) {
    if (thrown instanceof Faulty) return { problem: thrown.message }
    throw thrown
  }
}

function translated(written: string): string {
  const groups: Group[] = [{ alternatives: [], parts: [] }]
  const top = (): Group => groups.at(-1) ?? { alternatives: [], parts: [] }
  const push = (text: string) => top().parts.push({ text, repeats: 1 })
  const repeat = (operator: string, shown: string, times: number) => {
    const last = top().parts.pop()
    if (!last) throw new Faulty(`no argument for repetition operator: ${shown}`)
    const repeats = last.repeats * Math.max(times, 1)
    if (times >= 2 && repeats > mostRepeats) throw new Faulty(`invalid repetition size: ${shown}`)
    top().parts.push({ text: `(?:${last.text})${operator}`, repeats })
  }
  let at = 0
  while (at < written.length) {
    const character = written.charAt(at)
    switch (character) {
      case '(':
        groups.push({ alternatives: [], parts: [] })
        at++
        break
      case '|': {
        const group = top()
        group.alternatives.push(textOf(group.parts))
        group.parts = []
        at++
        break
      }
      case ')': {
        const group = groups.pop()
        if (!group || groups.length === 0) throw new Faulty(`unexpected ): ${written}`)
        top().parts.push({ text: `(?:${closed(group)})`, repeats: mostIn(group.parts) })
        at++
        break
      }
      case '^':
      case '$':
      case '.':
        push(character)
        at++
        break
      case '[': {
        const read = readClass(written, at)
        push(read.text)
        at = read.end
        break
      }
      case '*':
      case '+':
      case '?':
        repeat(character, character, 1)
        at++
        break
      case '{': {
        const counted = /^\{(0|[1-9]\d{0,8})(?:(,)(0|[1-9]\d{0,8})?)?\}/.exec(written.slice(at, at + 24))
        if (!counted) {
          push('\\{')
          at++
          break
        }
        const [shown, low = '', comma, high] = counted
        const least = Number(low)
        const most = comma === undefined ? least : high === undefined ? -1 : Number(high)
        if ((most !== -1 && most < least) || least > mostRepeats || most > mostRepeats)
          throw new Faulty(`invalid repetition size: ${shown}`)
        repeat(shown, shown, most === -1 ? least : most)
        at += shown.length
        break
      }
      case '\\': {
        const read = readEscape(written, at)
        push(literal(read.code))
        at = read.end
        break
      }
      default: {
        const code = written.codePointAt(at) ?? 0
        push(literal(code))
        at += code > 0xffff ? 2 : 1
      }
    }
  }
  const [root] = groups
  if (!root || groups.length > 1) throw new Faulty(`missing ): ${written}`)
  return closed(root)
}

function textOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join('')
}

function closed({ alternatives, parts }: Group): string {
  return [...alternatives, textOf(parts)].join('|')
}

function mostIn(parts: readonly Part[]): number {
  return parts.reduce((most, { repeats }) => Math.max(most, repeats), 1)
}

function literal(code: number): string {
  const character = String.fromCodePoint(code)
  return /^[A-Za-z0-9_/ -]$/.test(character) ? character : `\\x{${code.toString(16)}}`
}

interface Read {
  readonly end: number
}

const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, a: 7, f: 12, v: 11 }

/** An escape's character. Letters and digits have to mean something. */
function readEscape(written: string, start: number): Read & { readonly code: number } {
  if (start + 1 >= written.length) throw new Faulty('trailing \\')
  const code = written.codePointAt(start + 1) ?? 0
  const character = String.fromCodePoint(code)
  const end = start + 1 + character.length
  const bad: (to: number) => never = to => {
    throw new Faulty(`invalid escape sequence: ${written.slice(start, Math.min(to, written.length))}`)
  }
  const control = controls[character]
  if (control !== undefined) return { code: control, end }
  if (character === 'x') return readHex(written, end, bad)
  const octal = /^(?:0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(written.slice(start + 1, start + 4))?.[0]
  if (octal !== undefined) return { code: Number.parseInt(octal, 8), end: start + 1 + octal.length }
  if (code < 0x80 && !/[A-Za-z0-9]/.test(character)) return { code, end }
  return bad(end)
}

function readHex(written: string, start: number, bad: (to: number) => never): Read & { readonly code: number } {
  const rest = written.slice(start)
  const pair = /^[0-9A-Fa-f]{2}/.exec(rest)?.[0]
  if (pair !== undefined) return { code: Number.parseInt(pair, 16), end: start + 2 }
  const braced = /^\{([0-9A-Fa-f]*)/.exec(rest)
  if (!braced) return bad(start + (rest.length < 2 ? rest.length : 2))
  let code = 0
  for (const [index, digit] of [...(braced[1] ?? '')].entries()) {
    code = code * 16 + Number.parseInt(digit, 16)
    if (code > 0x10ffff) return bad(start + 2 + index)
  }
  const end = start + braced[0].length
  if (braced[1] === '' || written.charAt(end) !== '}') return bad(end + 1)
  return { code, end: end + 1 }
}

const named = /^\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]$/

/** A set in brackets. A `-` stands for itself only as its first or last character. */
function readClass(written: string, start: number): Read & { readonly text: string } {
  const whole = written.slice(start)
  let at = start + 1
  const negated = written.charAt(at) === '^'
  if (negated) at++
  let text = ''
  for (let first = true; at < written.length && (written.charAt(at) !== ']' || first); first = false) {
    const next = written.charAt(at + 1)
    if (written.charAt(at) === '-' && !first && next === '') throw new Faulty('invalid UTF-8')
    if (written.charAt(at) === '-' && !first && next !== ']')
      throw new Faulty(
        `invalid character class range: ${written.slice(at, at + 1 + characterAt(written, at + 1).length)}`,
      )
    const group = written.charAt(at) === '[' && next === ':' ? groupAt(written, at) : undefined
    if (group !== undefined) {
      if (!named.test(group)) throw new Faulty(`invalid character class range: ${group}`)
      text += group
      at += group.length
      continue
    }
    const low = readOne(written, at, whole)
    let high = low
    if (written.charAt(low.end) === '-' && low.end + 1 < written.length && written.charAt(low.end + 1) !== ']') {
      high = readOne(written, low.end + 1, whole)
      if (high.code < low.code) throw new Faulty(`invalid character class range: ${written.slice(at, high.end)}`)
    }
    text += low === high ? hexed(low.code) : `${hexed(low.code)}-${hexed(high.code)}`
    at = high.end
  }
  if (at >= written.length) throw new Faulty(`missing ]: ${whole}`)
  return { text: `[${negated ? '^' : ''}${text}]`, end: at + 1 }
}

function groupAt(written: string, at: number): string | undefined {
  const close = written.indexOf(':]', at + 2)
  return close === -1 ? undefined : written.slice(at, close + 2)
}

function readOne(written: string, at: number, whole: string): Read & { readonly code: number } {
  if (at >= written.length) throw new Faulty(`missing ]: ${whole}`)
  if (written.charAt(at) === '\\') return readEscape(written, at)
  const code = written.codePointAt(at) ?? 0
  return { code, end: at + (code > 0xffff ? 2 : 1) }
}

function characterAt(written: string, at: number): string {
  const code = written.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}

function hexed(code: number): string {
  return `\\x{${code.toString(16)}}`
}
