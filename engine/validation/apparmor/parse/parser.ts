import type { Place, Prefix } from '../policy.ts'
import type { Draft } from './draft.ts'
import { stop } from './refusal.ts'
import { currentText, nextToken, type Scanner, type Token } from './scanner.ts'

/** What the reading has come to. */
export interface Parser {
  readonly scanner: Scanner
  /** Read, but not taken: the parser looks one token ahead, and only where it must. */
  ahead?: Token | undefined
  readonly sets: Map<string, string[]>
  readonly booleans: Map<string, boolean>
  readonly aliases: { readonly from: string; readonly to: string }[]
  readonly profiles: Draft[]
  /** Blocks that are open. */
  depth: number
  /** Profiles so far, with their children and hats. */
  count: number
}

export function newParser(scanner: Scanner): Parser {
  return { scanner, sets: new Map(), booleans: new Map(), aliases: [], profiles: [], depth: 0, count: 0 }
}

export function peek(parser: Parser): Token {
  parser.ahead ??= nextToken(parser.scanner)
  return parser.ahead
}

export function take(parser: Parser): Token {
  const token = peek(parser)
  parser.ahead = undefined
  return token
}

/** Takes the next token when it is one of these. */
export function takeIf(parser: Parser, ...kinds: readonly string[]): Token | undefined {
  return kinds.includes(peek(parser).kind) ? take(parser) : undefined
}

/** Takes the next token, which has to be one of these. */
export function expect(parser: Parser, ...kinds: readonly string[]): Token {
  const token = takeIf(parser, ...kinds)
  if (!token) throw unexpected(parser, ...kinds)
  return token
}

/** The parser names what it expects as long as it is no more than four things. */
export function unexpected(parser: Parser, ...kinds: readonly string[]): Error {
  const token = peek(parser)
  const expecting = kinds.length > 4 ? '' : `, expecting ${kinds.join(' or ')}`
  const words = `syntax error, unexpected ${token.kind}${expecting}`
  const data = { unexpected: token.text || token.kind, expected: kinds }
  return stop(parser.scanner, 'apparmor-syntax', words, data, token.place.range)
}

/** Where a rule began, for its place and its text. */
export interface Beginning {
  readonly place: Place
  readonly start: number
}

export function beginning(parser: Parser): Beginning {
  const { place, start } = peek(parser)
  return { place, start }
}

/** What every rule tells of itself; called when its comma, `end`, has been taken. */
export function stated(parser: Parser, { place, start }: Beginning, prefix: Prefix, end: Token) {
  const same = end.place.file === place.file && end.start > start
  const text = same ? currentText(parser.scanner).slice(start, end.start).replace(/\s+/g, ' ').trim() : ''
  const range = same && place.range.start === start ? { start, end: end.start } : place.range
  return { ...prefix, place: { ...place, range }, text }
}
