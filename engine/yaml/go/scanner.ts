import { atDocumentSign, type Cursor, cursorOf, isBlankOrEnd, isBreak, isLineEnd } from './cursor.ts'
import { type Mark, scannerError } from './marks.ts'
import { scanBlock } from './scan-block.ts'
import { scanPlain } from './scan-plain.ts'
import { scanQuoted } from './scan-quoted.ts'
import { scanAnchor, scanDirective, scanTag } from './scan-tag.ts'
import type { BareKind, Token } from './tokens.ts'

/** The tokens of a text, one after the other. Both throw a refusal where the text is no YAML. */
export interface Scanner {
  peek(): Token
  skip(): void
}

/** A place where a key may begin without a `?`: only a `:` on the same line tells. */
interface PossibleKey {
  readonly mark: Mark
  /** The number of the token that it begins with. */
  readonly token: number
  /** Nothing but a key can stand here. */
  readonly required: boolean
}

const mostDepth = 10_000
/** Characters that a key without a `?` may have. */
const longestKey = 1024
const [tab, space, hash, dash, question, colon, comma] = [9, 32, 35, 45, 63, 58, 44]
/** Nothing without quotes begins with these, but for `-`, `?` and `:` before something else than a blank. */
const indicators = new Set([...'-?:,[]{}#&*!|>\'"%@`'].map(sign => sign.charCodeAt(0)))
const brackets: Readonly<Record<string, 'flow-sequence' | 'flow-mapping'>> = {
  '[': 'flow-sequence',
  '{': 'flow-mapping',
}

/**
 * Cuts a text into tokens as Go's yaml.v2 does, which is libyaml: YAML 1.1, with every liberty and every oddity that it
 * has. Reads no further than the parser asks, so that what stands behind the first document is never looked at.
 */
export function scannerOf(text: string): Scanner {
  const cursor = cursorOf(text)
  const tokens: Token[] = []
  let taken = 0
  let ended = false
  let keyAllowed = true
  /** One for each level of brackets. */
  const keys: (PossibleKey | undefined)[] = [undefined]
  /** The level of the key that begins with a token of that number. */
  const levels = new Map<number, number>()
  /** The number of the token that the last key of each level began with, or of the bracket where there was none. */
  const lastKeys = [0]
  const indents: number[] = []
  let indent = -1

  const inFlow = () => keys.length > 1
  const bare = (kind: BareKind, start = cursor.mark(), end = start) => tokens.push({ kind, start, end })
  const wrong = (problem: string, context?: Mark) => scannerError(problem, cursor.mark(), context)

  const setKey = (level: number, key: PossibleKey | undefined) => {
    const before = keys[level]
    if (before) levels.delete(before.token)
    if (key) levels.set(key.token, level)
    keys[level] = key
  }
  const isStillPossible = (key: PossibleKey | undefined): key is PossibleKey => {
    if (!key) return false
    if (key.mark.line === cursor.line() && key.mark.index + longestKey >= cursor.index()) return true
    if (key.required) throw wrong("could not find expected ':'", key.mark)
    setKey(levels.get(key.token) ?? 0, undefined)
    return false
  }
  const forgetKey = () => {
    const key = keys.at(-1)
    if (key?.required) throw wrong("could not find expected ':'", key.mark)
    setKey(keys.length - 1, undefined)
  }
  const rememberKey = () => {
    if (!keyAllowed) return
    forgetKey()
    const required = !inFlow() && indent === cursor.column()
    const token = taken + tokens.length
    lastKeys[keys.length - 1] = token
    setKey(keys.length - 1, { mark: cursor.mark(), token, required })
  }
  /** Puts a token before that of a number, or at the end where that one has been taken. */
  const insert = (token: Token, before: number) => {
    tokens.splice(before < taken ? tokens.length : before - taken, 0, token)
  }

  /** Opens a block where one begins, before the token of that number or at the end. */
  const indentTo = (
    column: number,
    kind: 'block-sequence' | 'block-mapping',
    mark: Mark,
    before = taken + tokens.length,
  ) => {
    if (inFlow() || indent >= column) return
    indents.push(indent)
    indent = column
    if (indents.length > mostDepth) throw wrong(`exceeded max depth of ${mostDepth}`, keys.at(-1)?.mark)
    insert({ kind, start: mark, end: mark }, before)
  }
  const unindentTo = (column: number) => {
    if (inFlow()) return
    while (indent > column) {
      bare('block-end')
      indent = indents.pop() ?? -1
    }
  }

  const skipToToken = () => {
    for (;;) {
      while (cursor.peek() === space || (cursor.peek() === tab && (inFlow() || !keyAllowed))) cursor.skip()
      if (cursor.peek() === hash) while (!isLineEnd(cursor.peek())) cursor.skip()
      if (!isBreak(cursor.peek())) return
      cursor.skipLine()
      if (!inFlow()) keyAllowed = true
    }
  }

  /** Go forgets here that the brackets may be a key themselves, so long as no key began within. */
  const closeFlow = () => {
    if (!inFlow()) return
    keys.pop()
    const last = lastKeys.pop()
    if (last !== undefined) levels.delete(last)
  }

  const atRoot = () => {
    unindentTo(-1)
    forgetKey()
    keyAllowed = false
  }
  const sign = (kind: BareKind, length = 1) => {
    const start = cursor.mark()
    for (let i = 0; i < length; i++) cursor.skip()
    bare(kind, start, cursor.mark())
  }
  /** Where a block's own sign stands; `what` may not stand behind something else on its line. */
  const blockSign = (kind: 'block-sequence' | 'block-mapping', what: string) => {
    if (inFlow()) return
    if (!keyAllowed) throw wrong(`${what} are not allowed in this context`)
    indentTo(cursor.column(), kind, cursor.mark())
  }

  const fetchValue = () => {
    const key = keys.at(-1)
    if (isStillPossible(key)) {
      insert({ kind: 'key', start: key.mark, end: key.mark }, key.token)
      indentTo(key.mark.column, 'block-mapping', key.mark, key.token)
      setKey(keys.length - 1, undefined)
      keyAllowed = false
    } else {
      blockSign('block-mapping', 'mapping values')
      keyAllowed = !inFlow()
    }
    sign('value')
  }
  const scalarLike = (scan: () => Token) => {
    rememberKey()
    keyAllowed = false
    tokens.push(scan())
  }
  const fetchPlain = () => {
    rememberKey()
    const { token, brokeLine } = scanPlain(cursor, { least: indent + 1, inFlow: inFlow() })
    keyAllowed = brokeLine
    tokens.push(token)
  }

  const fetchToken = () => {
    skipToToken()
    unindentTo(cursor.column())
    // The reader always has four characters at hand here.
    cursor.peek(3)
    const code = cursor.peek()
    if (code === 0) {
      cursor.endLine()
      atRoot()
      bare('stream-end')
      ended = true
      return
    }
    const character = String.fromCharCode(code)
    if (character === '%' && cursor.column() === 0) {
      atRoot()
      tokens.push(scanDirective(cursor))
      return
    }
    if (atDocumentSign(cursor)) {
      atRoot()
      sign(code === dash ? 'document-start' : 'document-end', 3)
      return
    }
    const opens = Object.hasOwn(brackets, character) ? brackets[character] : undefined
    if (opens) {
      rememberKey()
      keys.push(undefined)
      lastKeys.push(taken + tokens.length)
      if (keys.length - 1 > mostDepth) throw wrong(`exceeded max depth of ${mostDepth}`)
      keyAllowed = true
      sign(opens)
      return
    }
    if (character === ']' || character === '}') {
      forgetKey()
      closeFlow()
      keyAllowed = false
      sign(character === ']' ? 'flow-sequence-end' : 'flow-mapping-end')
      return
    }
    if (code === comma) {
      forgetKey()
      keyAllowed = true
      sign('flow-entry')
      return
    }
    const isBeforeBlank = isBlankOrEnd(cursor.peek(1))
    if (code === dash && isBeforeBlank) {
      blockSign('block-sequence', 'block sequence entries')
      forgetKey()
      keyAllowed = true
      sign('block-entry')
      return
    }
    if (code === question && (inFlow() || isBeforeBlank)) {
      blockSign('block-mapping', 'mapping keys')
      forgetKey()
      keyAllowed = !inFlow()
      sign('key')
      return
    }
    if (code === colon && (inFlow() || isBeforeBlank)) return fetchValue()
    if (character === '*' || character === '&') return scalarLike(() => scanAnchor(cursor))
    if (character === '!') return scalarLike(() => scanTag(cursor))
    if ((character === '|' || character === '>') && !inFlow()) {
      forgetKey()
      keyAllowed = true
      tokens.push(scanBlock(cursor, indent))
      return
    }
    if (character === "'" || character === '"') return scalarLike(() => scanQuoted(cursor))
    if (!startsPlain(cursor, inFlow())) throw wrong('found character that cannot start any token')
    fetchPlain()
  }

  const mustFetch = () => {
    if (tokens.length === 0) return true
    const level = levels.get(taken)
    return level !== undefined && isStillPossible(keys[level])
  }
  return {
    peek() {
      while (mustFetch() && !ended) fetchToken()
      const [token] = tokens
      if (!token) throw new Error('the scanner was asked for more than a text has')
      return token
    },
    skip() {
      tokens.shift()
      taken++
    },
  }
}

function startsPlain(cursor: Cursor, inFlow: boolean): boolean {
  const code = cursor.peek()
  const next = cursor.peek(1)
  if (!isBlankOrEnd(code) && !indicators.has(code)) return true
  if (code === dash) return next !== space && next !== tab
  return !inFlow && (code === question || code === colon) && !isBlankOrEnd(next)
}
