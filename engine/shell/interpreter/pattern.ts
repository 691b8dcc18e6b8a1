/** A shell pattern (`*`, `?`, `[…]`, extglob, `\` before a literal) as a function. */
export type Matches = (text: string) => boolean

type Token =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'star' }
  | { readonly kind: 'set'; readonly has: (char: string) => boolean }
  | { readonly kind: 'group'; readonly sign: string; readonly options: readonly (readonly Token[])[] }

const classes: Readonly<Record<string, RegExp>> = {
  alnum: /[\p{L}\p{N}]/u,
  alpha: /\p{L}/u,
  blank: /[ \t]/,
  cntrl: /\p{Cc}/u,
  digit: /[0-9]/,
  graph: /[^\s\p{Cc}]/u,
  lower: /\p{Ll}/u,
  print: /[^\p{Cc}]/u,
  punct: /[!-/:-@[-`{-~]/,
  space: /\s/,
  upper: /\p{Lu}/u,
  xdigit: /[0-9A-Fa-f]/,
}

/** Reads `[…]` from its bracket on; undefined when it is not closed. */
function readSet(chars: readonly string[], start: number): { token: Token; next: number } | undefined {
  let at = start + 1
  const negated = chars[at] === '!' || chars[at] === '^'
  if (negated) at++
  const tests: ((char: string) => boolean)[] = []
  for (let first = true; ; first = false) {
    let char = chars[at]
    if (char === undefined) return undefined
    if (char === ']' && !first) break
    if (char === '[' && chars[at + 1] === ':') {
      const end = chars.indexOf(':', at + 2)
      const test = classes[chars.slice(at + 2, end).join('')]
      if (end > 0 && chars[end + 1] === ']' && test) {
        tests.push(it => test.test(it))
        at = end + 2
        continue
      }
    }
    if (char === '\\' && chars[at + 1] !== undefined) char = chars[++at] ?? ''
    at++
    const from = char
    if (chars[at] === '-' && chars[at + 1] !== undefined && chars[at + 1] !== ']') {
      let to = chars[at + 1] ?? ''
      at += 2
      if (to === '\\') to = chars[at++] ?? ''
      tests.push(it => it >= from && it <= to)
    } else tests.push(it => it === from)
  }
  return { token: { kind: 'set', has: char => tests.some(test => test(char)) !== negated }, next: at + 1 }
}

/** Reads `@(a|b)` from its parenthesis on. */
function readGroup(chars: readonly string[], start: number): { options: string[]; next: number } | undefined {
  const options: string[] = []
  let depth = 1
  let option = ''
  for (let at = start + 1; at < chars.length; at++) {
    const char = chars[at] ?? ''
    if (char === '\\') option += char + (chars[++at] ?? '')
    else if (char === ')' && --depth === 0) return { options: [...options, option], next: at + 1 }
    else if (char === '|' && depth === 1) {
      options.push(option)
      option = ''
    } else {
      if (char === '(') depth++
      option += char
    }
  }
  return undefined
}

function tokens(pattern: string): readonly Token[] {
  const chars = [...pattern]
  const out: Token[] = []
  for (let at = 0; at < chars.length; ) {
    const char = chars[at] ?? ''
    if ('?*+@!'.includes(char) && chars[at + 1] === '(') {
      const group = readGroup(chars, at + 1)
      if (group) {
        out.push({ kind: 'group', sign: char, options: group.options.map(tokens) })
        at = group.next
        continue
      }
    }
    if (char === '[') {
      const set = readSet(chars, at)
      if (set) {
        out.push(set.token)
        at = set.next
        continue
      }
    }
    if (char === '\\' && at + 1 < chars.length) out.push({ kind: 'char', char: chars[++at] ?? '' })
    else if (char === '*') {
      if (out.at(-1)?.kind !== 'star') out.push({ kind: 'star' })
    } else out.push(char === '?' ? { kind: 'any' } : { kind: 'char', char })
    at++
  }
  return out
}

/** Where a match that starts at `at` may end; the work is bounded by the lengths, not by their power. */
function ends(list: readonly Token[], chars: readonly string[], starts: ReadonlySet<number>): ReadonlySet<number> {
  let now = starts
  for (const token of list) {
    const next = new Set<number>()
    if (token.kind === 'star') {
      const first = Math.min(...now)
      if (now.size > 0) for (let i = first; i <= chars.length; i++) next.add(i)
    } else if (token.kind === 'group') {
      for (const end of groupEnds(token, chars, now)) next.add(end)
    } else
      for (const at of now) {
        const char = chars[at]
        if (char === undefined) continue
        if (token.kind === 'any' || (token.kind === 'char' ? token.char === char : token.has(char))) next.add(at + 1)
      }
    now = next
    if (now.size === 0) break
  }
  return now
}

function groupEnds(
  group: Extract<Token, { kind: 'group' }>,
  chars: readonly string[],
  starts: ReadonlySet<number>,
): ReadonlySet<number> {
  const once = (from: ReadonlySet<number>) => new Set(group.options.flatMap(option => [...ends(option, chars, from)]))
  if (group.sign === '!') {
    const out = new Set<number>()
    for (const start of starts) {
      const matched = once(new Set([start]))
      for (let i = start; i <= chars.length; i++) if (!matched.has(i)) out.add(i)
    }
    return out
  }
  const out = new Set<number>(group.sign === '?' || group.sign === '*' ? starts : [])
  let now = once(starts)
  for (const end of now) out.add(end)
  if (group.sign === '*' || group.sign === '+')
    for (let fresh = now; fresh.size > 0; ) {
      now = once(fresh)
      fresh = new Set([...now].filter(end => !out.has(end)))
      for (const end of fresh) out.add(end)
    }
  return out
}

const compiled = new Map<string, readonly Token[]>()

function compile(pattern: string): readonly Token[] {
  const known = compiled.get(pattern)
  if (known) return known
  if (compiled.size > 256) compiled.clear()
  const made = tokens(pattern)
  compiled.set(pattern, made)
  return made
}

/** Whether a whole text matches; `fold` ignores case. */
export function matcher(pattern: string, fold = false): Matches {
  const list = compile(fold ? pattern.toLowerCase() : pattern)
  if (list.every(token => token.kind === 'char')) {
    const text = list.map(token => (token.kind === 'char' ? token.char : '')).join('')
    return other => (fold ? other.toLowerCase() : other) === text
  }
  return text => {
    const chars = [...(fold ? text.toLowerCase() : text)]
    return ends(list, chars, new Set([0])).has(chars.length)
  }
}

/** The lengths of all matches at the start of a text, shortest first, in UTF-16 units. */
export function matchLengths(pattern: string, text: string): readonly number[] {
  const chars = [...text]
  const found = [...ends(compile(pattern), chars, new Set([0]))].sort((a, b) => a - b)
  const units: number[] = [0]
  for (const char of chars) units.push((units.at(-1) ?? 0) + char.length)
  return found.map(count => units[count] ?? 0)
}

export function hasPattern(text: string, extended: boolean): boolean {
  return /(?<!\\)(?:\\\\)*[*?[]/.test(text) || (extended && /[?*+@!]\(/.test(text))
}

/** Puts `\` before everything that a pattern would take as special. */
export function quotePattern(text: string): string {
  return text.replace(/[\\*?[\]()|!+@^-]/g, '\\$&')
}

export function unquotePattern(text: string): string {
  return text.replace(/\\(.)/gs, '$1')
}
