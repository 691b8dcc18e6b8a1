/** A POSIX regular expression (basic or extended, with GNU's additions) as a tree. */
export type Node =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'any' | 'start' | 'end' | 'word-edge' | 'no-word-edge' | 'word-start' | 'word-end' }
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'group'; readonly index: number; readonly body: Node }
  | { readonly kind: 'either'; readonly options: readonly Node[] }
  | { readonly kind: 'all'; readonly parts: readonly Node[] }
  | { readonly kind: 'repeat'; readonly body: Node; readonly min: number; readonly max: number }
  | { readonly kind: 'same-as'; readonly index: number }

export interface CharSet {
  readonly negated: boolean
  readonly ranges: readonly (readonly [from: string, to: string])[]
  readonly classes: readonly string[]
}

export interface Problem {
  readonly problem: string
}

export interface Tree {
  readonly node: Node
  readonly groups: number
}

const repeatsAtMost = 1000
const word: CharSet = { negated: false, ranges: [['_', '_']], classes: ['alnum'] }
const space: CharSet = { negated: false, ranges: [], classes: ['space'] }
const classNames = new Set('alnum alpha blank cntrl digit graph lower print punct space upper xdigit'.split(' '))

/** Reads an expression; the problem is in the C library's words. */
export function readRegex(source: string, extended: boolean): Tree | Problem {
  const chars = [...source]
  let at = 0
  let groups = 0
  let depth = 0

  const fail = (problem: string): never => {
    throw { problem }
  }
  const meets = (text: string) => chars.slice(at, at + text.length).join('') === text
  const opener = extended ? '(' : '\\('
  const closer = extended ? ')' : '\\)'
  const bar = extended ? '|' : '\\|'

  const either = (): Node => {
    const options: Node[] = [sequence()]
    while (at < chars.length && meets(bar)) {
      at += bar.length
      options.push(sequence())
    }
    const [only] = options
    return options.length === 1 && only ? only : { kind: 'either', options }
  }

  const sequence = (): Node => {
    const parts: Node[] = []
    for (let first = true; at < chars.length && !meets(bar) && !(meets(closer) && depth > 0); first = false) {
      if (extended && depth === 0 && meets(')')) {
        at++
        parts.push({ kind: 'char', char: ')' })
        continue
      }
      let node = atom(first, parts)
      for (let times = repeat(node, parts.length === 0); times; times = repeat(node, false))
        node = { kind: 'repeat', body: node, ...times }
      parts.push(node)
    }
    const [only] = parts
    return parts.length === 1 && only ? only : { kind: 'all', parts }
  }

  const atom = (first: boolean, before: readonly Node[]): Node => {
    if (meets(opener)) {
      at += opener.length
      if (++depth > 100) return fail('Regular expression too big')
      const index = ++groups
      const body = either()
      if (!meets(closer)) return fail(extended ? 'Unmatched ( or \\(' : 'Unmatched ( or \\(')
      at += closer.length
      depth--
      return { kind: 'group', index, body }
    }
    const char = chars[at++] ?? ''
    if (char === '\\') return escaped()
    if (char === '[') return bracket()
    if (char === '.') return { kind: 'any' }
    const opens = first || before.every(node => node.kind === 'start')
    if (char === '^' && (extended || opens)) return { kind: 'start' }
    if (char === '$' && (extended || at >= chars.length || meets(closer) || meets(bar))) return { kind: 'end' }
    if (extended && opens && '*+?'.includes(char) && char !== '') return atom(first, before)
    return { kind: 'char', char }
  }

  const escaped = (): Node => {
    const char = chars[at++]
    if (char === undefined) return fail('Trailing backslash')
    if (/[1-9]/.test(char)) {
      if (Number(char) > groups) return fail('Invalid back reference')
      return { kind: 'same-as', index: Number(char) }
    }
    if (!extended && char === ')') return fail('Unmatched ) or \\)')
    switch (char) {
      case 'w':
        return { kind: 'set', set: word }
      case 'W':
        return { kind: 'set', set: { ...word, negated: true } }
      case 's':
        return { kind: 'set', set: space }
      case 'S':
        return { kind: 'set', set: { ...space, negated: true } }
      case 'b':
        return { kind: 'word-edge' }
      case 'B':
        return { kind: 'no-word-edge' }
      case '<':
        return { kind: 'word-start' }
      case '>':
        return { kind: 'word-end' }
      case '`':
        return { kind: 'start' }
      case "'":
        return { kind: 'end' }
      default:
        return { kind: 'char', char }
    }
  }

  const bracket = (): Node => {
    const negated = chars[at] === '^'
    if (negated) at++
    const ranges: [string, string][] = []
    const classes: string[] = []
    for (let first = true; ; first = false) {
      const char = chars[at++]
      if (char === undefined) return fail('Unmatched [, [^, [:, [., or [=')
      if (char === ']' && !first) break
      if (char === '[' && (chars[at] === ':' || chars[at] === '.' || chars[at] === '=')) {
        const sign = chars[at] ?? ''
        const end = chars.findIndex((it, i) => i > at && it === sign && chars[i + 1] === ']')
        if (end < 0) return fail('Unmatched [, [^, [:, [., or [=')
        const name = chars.slice(at + 1, end).join('')
        at = end + 2
        if (sign !== ':') ranges.push([name, name])
        else if (classNames.has(name)) classes.push(name)
        else return fail('Invalid character class name')
        continue
      }
      if (chars[at] === '-' && chars[at + 1] !== undefined && chars[at + 1] !== ']') {
        const to = chars[at + 1] ?? ''
        if (to < char) return fail('Invalid range end')
        at += 2
        ranges.push([char, to])
      } else ranges.push([char, char])
    }
    return { kind: 'set', set: { negated, ranges, classes } }
  }

  const repeat = (node: Node, opens: boolean): { min: number; max: number } | undefined => {
    const char = chars[at]
    if (node.kind === 'start' && !extended) return undefined
    if (char === '*' && !(opens && !extended && node.kind === 'start')) {
      at++
      return { min: 0, max: Number.POSITIVE_INFINITY }
    }
    const sign = extended ? '' : '\\'
    if (meets(`${sign}+`) && (extended || char === '\\')) return step(sign.length + 1, 1, Number.POSITIVE_INFINITY)
    if (meets(`${sign}?`)) return step(sign.length + 1, 0, 1)
    if (!meets(`${sign}{`)) return undefined
    const rest = chars.slice(at, at + 24).join('')
    const bounds = extended ? /^\{(\d*)(,?)(\d*)\}/.exec(rest) : /^\\\{(\d*)(,?)(\d*)\\\}/.exec(rest)
    if (!bounds || (bounds[1] === '' && bounds[3] === '' && bounds[2] === '')) {
      if (extended) return undefined
      return fail(rest.includes('\\}') ? 'Invalid content of \\{\\}' : 'Unmatched \\{')
    }
    const min = Number(bounds[1] || 0)
    const max = bounds[2] === '' ? min : bounds[3] === '' ? Number.POSITIVE_INFINITY : Number(bounds[3])
    if (max < min) return fail('Invalid content of \\{\\}')
    if (min > repeatsAtMost || (max !== Number.POSITIVE_INFINITY && max > repeatsAtMost))
      return fail('Regular expression too big')
    return step(bounds[0].length, min, max)
  }
  const step = (length: number, min: number, max: number) => {
    at += length
    return { min, max }
  }

  try {
    const node = either()
    if (at < chars.length) fail('Unmatched ) or \\)')
    return { node, groups }
  } catch (thrown) {
    if (typeof thrown === 'object' && thrown !== null && 'problem' in thrown && typeof thrown.problem === 'string')
      return { problem: thrown.problem }
    throw thrown
  }
}
