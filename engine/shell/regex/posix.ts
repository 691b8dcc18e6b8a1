import { RE2JS } from 're2js'
import { limited } from '../limits.ts'
import { backtrack } from './backtrack.ts'
import { type CharSet, type Node, type Problem, readRegex } from './syntax.ts'

export interface Match {
  readonly start: number
  readonly end: number
  /** The whole match first, then the groups; undefined where one took no part. */
  readonly groups: readonly (string | undefined)[]
}

/** A compiled expression. */
export interface Regex {
  readonly groups: number
  find(text: string, from: number): Match | undefined
  test(text: string): boolean
}

export interface RegexOptions {
  readonly extended: boolean
  readonly fold: boolean
  /** `^` and `$` match at every line. */
  readonly lines?: boolean
}

const known = new Map<string, Regex | Problem>()

/** Compiles a POSIX expression. It matches in linear time, but for back-references, which have a budget. */
export function compileRegex(source: string, options: RegexOptions): Regex | Problem {
  const key = `${options.extended ? 'E' : 'G'}${options.fold ? 'i' : ''}${options.lines ? 'm' : ''} ${source}`
  const found = known.get(key)
  if (found) return found
  if (known.size > 128) known.clear()
  const made = build(source, options)
  known.set(key, made)
  return made
}

export function compileExtended(source: string, fold: boolean): Regex | Problem {
  return compileRegex(source, { extended: true, fold })
}

function build(source: string, options: RegexOptions): Regex | Problem {
  if (source.length > 5_000) return { problem: 'Regular expression too big' }
  const tree = readRegex(source, options.extended)
  if ('problem' in tree) return tree
  const literal = options.fold ? undefined : literalOf(tree.node)
  if (literal !== undefined) return plainText(literal)
  if (has(tree.node, node => node.kind === 'same-as')) return backtrack(tree, options)
  return automaton(tree.node, tree.groups, options)
}

function literalOf(node: Node): string | undefined {
  if (node.kind === 'char') return node.char
  if (node.kind !== 'all') return undefined
  let text = ''
  for (const part of node.parts) {
    if (part.kind !== 'char') return undefined
    text += part.char
  }
  return text
}

function plainText(literal: string): Regex {
  return {
    groups: 0,
    find: (text, from) => {
      const start = text.indexOf(literal, from)
      return start < 0 ? undefined : { start, end: start + literal.length, groups: [literal] }
    },
    test: text => text.includes(literal),
  }
}

const textAtMost = 100_000

function short(text: string): string {
  if (text.length > textAtMost)
    throw limited(`Stopped: a line of more than ${textAtMost} characters is too long for a regular expression here.`)
  return text
}

function automaton(node: Node, groups: number, options: RegexOptions): Regex | Problem {
  const flags =
    RE2JS.DOTALL |
    (options.fold ? RE2JS.CASE_INSENSITIVE : 0) |
    (options.lines ? RE2JS.MULTILINE : 0) |
    (has(node, it => it.kind === 'either') ? RE2JS.LONGEST_MATCH : 0)
  let compiled: RE2JS
  try {
    compiled = RE2JS.compile(emit(node), flags)
  } catch {
    return { problem: 'Regular expression too big' }
  }
  return {
    groups,
    test: text => compiled.test(short(text)),
    find: (text, from) => {
      short(text)
      const matcher = compiled.matcher(text)
      if (!matcher.find(from)) return undefined
      const all: (string | undefined)[] = []
      for (let i = 0; i <= groups; i++) all.push(matcher.group(i) ?? undefined)
      return { start: matcher.start(0), end: matcher.end(0), groups: all }
    },
  }
}

export function has(node: Node, test: (node: Node) => boolean): boolean {
  if (test(node)) return true
  if (node.kind === 'group' || node.kind === 'repeat') return has(node.body, test)
  if (node.kind === 'either') return node.options.some(option => has(option, test))
  return node.kind === 'all' && node.parts.some(part => has(part, test))
}

function emit(node: Node): string {
  switch (node.kind) {
    case 'char':
      return quote(node.char)
    case 'any':
      return '.'
    case 'start':
      return '^'
    case 'end':
      return '$'
    case 'word-edge':
    case 'word-start':
    case 'word-end':
      return '\\b'
    case 'no-word-edge':
      return '\\B'
    case 'set':
      return emitSet(node.set)
    case 'group':
      return `(${emit(node.body)})`
    case 'either':
      return node.options.map(emit).join('|')
    case 'all':
      return node.parts.map(part => (part.kind === 'either' ? `(?:${emit(part)})` : emit(part))).join('')
    case 'repeat': {
      const body = `(?:${emit(node.body)})`
      if (node.max === Number.POSITIVE_INFINITY)
        return node.min === 0 ? `${body}*` : node.min === 1 ? `${body}+` : `${body}{${node.min},}`
      return node.min === 0 && node.max === 1 ? `${body}?` : `${body}{${node.min},${node.max}}`
    }
    case 'same-as':
      return ''
  }
}

function quote(char: string): string {
  return /[\\^$.[\]|()*+?{}/-]/.test(char) ? `\\${char}` : char
}

/** In a UTF-8 locale letters are Unicode's; RE2 knows them by these names. */
const unicode: Readonly<Record<string, string>> = {
  alnum: '\\p{L}\\p{N}',
  alpha: '\\p{L}',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~\\x{a1}-\\x{10ffff}',
  lower: '\\p{Ll}',
  print: ' -~\\x{a0}-\\x{10ffff}',
  punct: '!-/:-@\\[-`{-~',
  space: ' \\t\\n\\v\\f\\r',
  upper: '\\p{Lu}',
  xdigit: '0-9A-Fa-f',
}

function emitSet({ negated, ranges, classes }: CharSet): string {
  const parts = [
    ...ranges.map(([from, to]) => (from === to ? inSet(from) : `${inSet(from)}-${inSet(to)}`)),
    ...classes.map(name => unicode[name] ?? ''),
  ]
  return `[${negated ? '^' : ''}${parts.join('')}]`
}

function inSet(char: string): string {
  return /[\\^\][-]/.test(char) ? `\\${char}` : char
}
