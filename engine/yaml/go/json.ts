import type { Range } from '../range.ts'

/** A JSON value with its place. Numbers keep their text, so that 64 bits stay exact. */
export type JsonNode =
  | { readonly kind: 'object'; readonly members: readonly JsonMember[]; readonly range: Range }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[]; readonly range: Range }
  | { readonly kind: 'string'; readonly value: string; readonly range: Range }
  | { readonly kind: 'number'; readonly literal: string; readonly range: Range }
  | { readonly kind: 'bool'; readonly value: boolean; readonly range: Range }
  | { readonly kind: 'null'; readonly range: Range }

export interface JsonMember {
  readonly key: string
  readonly keyRange: Range
  readonly value: JsonNode
}

/** Either the value, or what is wrong in the words of Go's `encoding/json` and where. */
export type JsonParse = { readonly node: JsonNode } | { readonly error: string; readonly at: number }

/** What Go allows. The parser keeps its own stack, so that depth costs no frames. */
const MAX_DEPTH = 10_000

type Open =
  | { readonly kind: 'object'; readonly start: number; readonly members: JsonMember[]; key?: string; keyRange: Range }
  | { readonly kind: 'array'; readonly start: number; readonly items: JsonNode[] }

type Scalar = { readonly node: JsonNode } | { readonly error: string; readonly at: number }

/** Reads one JSON text as Go's `json.Unmarshal` would, with all its strictness. Never throws. */
export function parseJson(text: string): JsonParse {
  const stack: Open[] = []
  let at = 0
  let done: JsonNode | undefined

  const skipSpace = () => {
    while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++
  }
  const wrong = (context: string): JsonParse => unexpected(text, at, context)

  for (;;) {
    if (done === undefined) {
      // A value is due.
      skipSpace()
      const start = at
      const character = text.charAt(at)
      if (character === '{' || character === '[') {
        if (stack.length >= MAX_DEPTH) return { error: 'exceeded max depth', at }
        at++
        skipSpace()
        const open: Open =
          character === '{'
            ? { kind: 'object', start, members: [], keyRange: { start, end: start } }
            : { kind: 'array', start, items: [] }
        if (text.charAt(at) === (character === '{' ? '}' : ']')) {
          at++
          done = closed(open, at)
        } else {
          stack.push(open)
          if (open.kind === 'object') {
            const failure = readKey(open)
            if (failure) return failure
          }
        }
        continue
      }
      const scalar = readScalar(text, at)
      if ('error' in scalar) return scalar
      done = scalar.node
      at = done.range.end
      continue
    }
    // A value has just ended.
    const open = stack.at(-1)
    skipSpace()
    if (open === undefined) return at < text.length ? wrong('after top-level value') : { node: done }
    const character = text.charAt(at)
    if (open.kind === 'array') {
      open.items.push(done)
      if (character !== ',' && character !== ']') return wrong('after array element')
    } else {
      open.members.push({ key: open.key ?? '', keyRange: open.keyRange, value: done })
      if (character !== ',' && character !== '}') return wrong('after object key:value pair')
    }
    at++
    if (character !== ',') {
      stack.pop()
      done = closed(open, at)
      continue
    }
    done = undefined
    if (open.kind === 'object') {
      skipSpace()
      const failure = readKey(open)
      if (failure) return failure
    }
  }

  function readKey(open: Extract<Open, { kind: 'object' }>): JsonParse | undefined {
    if (text.charAt(at) !== '"') return wrong('looking for beginning of object key string')
    const key = readScalar(text, at)
    if ('error' in key) return key
    at = key.node.range.end
    open.key = key.node.kind === 'string' ? key.node.value : ''
    open.keyRange = key.node.range
    skipSpace()
    if (text.charAt(at) !== ':') return wrong('after object key')
    at++
    return undefined
  }
}

function closed(open: Open, end: number): JsonNode {
  const range = { start: open.start, end }
  return open.kind === 'object'
    ? { kind: 'object', members: open.members, range }
    : { kind: 'array', items: open.items, range }
}

function readScalar(text: string, start: number): Scalar {
  const character = text.charAt(start)
  if (character === '"') return readString(text, start)
  if (character === '-' || isDigit(character)) return readNumber(text, start)
  for (const word of ['true', 'false', 'null'] as const) {
    if (character !== word.charAt(0)) continue
    for (let i = 1; i < word.length; i++) {
      const expected = word.charAt(i)
      if (text.charAt(start + i) !== expected) {
        return unexpected(text, start + i, `in literal ${word} (expecting '${expected}')`)
      }
    }
    const range = { start, end: start + word.length }
    return { node: word === 'null' ? { kind: word, range } : { kind: 'bool', value: word === 'true', range } }
  }
  return unexpected(text, start, 'looking for beginning of value')
}

/** Half of a pair of code units is no character: Go writes the sign for that. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

function readString(text: string, start: number): Scalar {
  let value = ''
  let at = start + 1
  for (;;) {
    const character = text.charAt(at)
    if (character === '') return unexpected(text, at, '')
    if (character === '"') return { node: { kind: 'string', value: wellFormed(value), range: { start, end: at + 1 } } }
    if (character < ' ') return unexpected(text, at, 'in string literal')
    if (character !== '\\') {
      value += character
      at++
      continue
    }
    const escaped = text.charAt(at + 1)
    if (escaped !== 'u') {
      const plain = Object.hasOwn(escapes, escaped) ? escapes[escaped] : undefined
      if (plain === undefined) return unexpected(text, at + 1, 'in string escape code')
      value += plain
      at += 2
      continue
    }
    for (let i = 2; i < 6; i++) {
      if (!/^[0-9a-fA-F]$/.test(text.charAt(at + i))) {
        return unexpected(text, at + i, 'in \\u hexadecimal character escape')
      }
    }
    value += String.fromCharCode(Number.parseInt(text.slice(at + 2, at + 6), 16))
    at += 6
  }
}

function readNumber(text: string, start: number): Scalar {
  let at = start
  const digits = () => {
    while (isDigit(text.charAt(at))) at++
  }
  if (text.charAt(at) === '-') {
    at++
    if (!isDigit(text.charAt(at))) return unexpected(text, at, 'in numeric literal')
  }
  if (text.charAt(at) === '0') at++
  else digits()
  if (text.charAt(at) === '.') {
    at++
    if (!isDigit(text.charAt(at))) return unexpected(text, at, 'after decimal point in numeric literal')
    digits()
  }
  if (text.charAt(at) === 'e' || text.charAt(at) === 'E') {
    at++
    if (text.charAt(at) === '+' || text.charAt(at) === '-') at++
    if (!isDigit(text.charAt(at))) return unexpected(text, at, 'in exponent of numeric literal')
    digits()
  }
  return { node: { kind: 'number', literal: text.slice(start, at), range: { start, end: at } } }
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}

const withinWord = /literal|escape/

function unexpected(text: string, at: number, context: string): { readonly error: string; readonly at: number } {
  const code = text.codePointAt(at)
  if (code === undefined) {
    // Go puts a blank to the end: that is wrong only within what takes none.
    const error = withinWord.test(context) ? `invalid character ' ' ${context}` : 'unexpected end of JSON input'
    return { error, at: text.length }
  }
  return { error: `invalid character ${quoted(firstByte(code))} ${context}`, at }
}

/** Go looks at bytes: of a character outside ASCII it names the first one of its UTF-8, as if that were Latin-1. */
export function firstByte(code: number): number {
  if (code < 0x80) return code
  // A byte that is no UTF-8.
  if (code >= 0xdc80 && code <= 0xdcff) return code - 0xdc00
  if (code < 0x800) return 0xc0 | (code >> 6)
  return code < 0x10000 ? 0xe0 | (code >> 12) : 0xf0 | (code >> 18)
}

const shortEscapes: Readonly<Record<string, string>> = {
  "'": "\\'",
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
}

function quoted(byte: number): string {
  const character = String.fromCharCode(byte)
  if (byte < 0x20 || byte === 0x7f) return `'${shortEscapes[character] ?? `\\x${byte.toString(16).padStart(2, '0')}`}'`
  if (byte >= 0x80 && byte <= 0xa0) return `'\\u00${byte.toString(16)}'`
  return `'${shortEscapes[character] ?? character}'`
}
