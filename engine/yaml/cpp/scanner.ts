import { limit } from '../limits.ts'
import type { Mark } from './marks.ts'
import { Refused } from './refused.ts'
import { block, chompSigns, doubleQuoted, plain, plainInFlow, singleQuoted, startsPlain } from './scalar-styles.ts'
import { type ScalarStyle, scanScalar } from './scan-scalar.ts'
import { scanTag } from './scan-tag.ts'
import {
  breakLength,
  isBlank,
  isBlankOrBreak,
  isBlankOrBreakOrEnd,
  isBreak,
  isDocumentSign,
  isOneOf,
  streamOf,
} from './stream.ts'
import type { Token, TokenType } from './tokens.ts'

/** The tokens of a text, one after the other. Longer than most files: it is one machine whose parts share its state. */
export interface Scanner {
  /** The next token, or nothing at the end of the text. */
  peek(): Token | undefined
  pop(): void
  /** How far the text is read. */
  mark(): Mark
}

/** A collection that the indentation opened. */
interface Indent {
  readonly column: number
  readonly type: 'sequence' | 'map' | 'none'
  status: 'valid' | 'invalid' | 'unknown'
  token?: Token
}

/** What may turn out to be a key when its colon comes, on the same line and within 1024 bytes. */
interface SimpleKey {
  readonly mark: Mark
  readonly flowLevel: number
  readonly indent: Indent | undefined
  readonly key: Token
}

const [dash, question, colon, comma] = [45, 63, 58, 44]
const [quote, apostrophe, hash, percent] = [34, 39, 35, 37]
const [openSequence, closeSequence, openMap, closeMap] = [91, 93, 123, 125]
const [star, ampersand, exclamation, bar, greater] = [42, 38, 33, 124, 62]
const longestKey = 1024

export function scannerOf(text: string): Scanner {
  const stream = streamOf(text)
  const tokens: Token[] = []
  let first = 0
  let ended = false
  let keyAllowed = true
  let scalarAllowed = true
  let afterJson = false
  const indents: Indent[] = [{ column: -1, type: 'none', status: 'valid' }]
  const simpleKeys: SimpleKey[] = []
  const flows: ('sequence' | 'map')[] = []

  const inBlock = () => flows.length === 0
  const refuse: (problem: string, mark?: Mark) => never = (problem, mark = stream.mark()) => {
    throw new Refused(mark, problem)
  }
  const topIndent = (): Indent => indents.at(-1) ?? { column: -1, type: 'none', status: 'valid' }
  const push = (type: TokenType, mark = stream.mark(), value = '', params: readonly string[] = []): Token => {
    const token: Token = { type, mark, end: stream.offset(), value, params, status: 'valid' }
    if (tokens.push(token) > limit.tokens)
      throw new Refused(mark, 'There are too many words and signs in this file. Make it smaller.', true)
    return token
  }

  const pushIndent = (column: number, type: 'sequence' | 'map'): Indent | undefined => {
    if (!inBlock()) return undefined
    const last = topIndent()
    if (column < last.column) return undefined
    if (column === last.column && !(type === 'sequence' && last.type === 'map')) return undefined
    const token = push(type === 'map' ? 'block-map-start' : 'block-sequence-start')
    const indent: Indent = { column, type, status: 'valid', token }
    indents.push(indent)
    return indent
  }
  const popIndent = () => {
    const indent = indents.pop()
    if (indent?.status !== 'valid') invalidateKey()
    else if (indent.type !== 'none') push(indent.type === 'map' ? 'block-map-end' : 'block-sequence-end')
  }
  const popIndentsToHere = () => {
    if (!inBlock()) return
    while (indents.length > 0) {
      const { column, type } = topIndent()
      if (column < stream.column()) break
      if (column === stream.column() && !(type === 'sequence' && !atBlockEntry())) break
      popIndent()
    }
    while (indents.at(-1)?.status === 'invalid') popIndent()
  }
  const popAllIndents = () => {
    if (!inBlock()) return
    while (indents.length > 0 && topIndent().type !== 'none') popIndent()
  }

  const settle = ({ indent, key }: SimpleKey, isValid: boolean) => {
    const status = isValid ? 'valid' : 'invalid'
    if (indent) indent.status = status
    if (indent?.token) indent.token.status = status
    key.status = status
  }
  const insertPotentialKey = () => {
    if (!keyAllowed || simpleKeys.at(-1)?.flowLevel === flows.length) return
    const mark = stream.mark()
    const indent = inBlock() ? pushIndent(stream.column(), 'map') : undefined
    if (indent?.token) {
      indent.status = 'unknown'
      indent.token.status = 'unverified'
    }
    const key = push('key')
    key.status = 'unverified'
    simpleKeys.push({ mark, flowLevel: flows.length, indent, key })
  }
  function invalidateKey() {
    const key = simpleKeys.at(-1)
    if (key?.flowLevel !== flows.length) return
    settle(key, false)
    simpleKeys.pop()
  }
  const verifyKey = (): boolean => {
    const key = simpleKeys.at(-1)
    if (key?.flowLevel !== flows.length) return false
    simpleKeys.pop()
    const isValid = stream.line() === key.mark.line && stream.pos() - key.mark.pos <= longestKey
    settle(key, isValid)
    return isValid
  }

  const atBlockEntry = () => stream.peek() === dash && isBlankOrBreakOrEnd(stream.peek(1))
  const atKey = () => stream.peek() === question && isBlankOrBreak(stream.peek(1))
  const atValue = () => {
    if (stream.peek() !== colon) return false
    const next = stream.peek(1)
    if (inBlock()) return isBlankOrBreakOrEnd(next)
    return afterJson || isBlankOrBreak(next) || isOneOf(next, ',]}')
  }

  const toNextToken = () => {
    while (true) {
      while (isBlank(stream.peek())) {
        if (inBlock() && stream.peek() === 9) keyAllowed = false
        stream.eat(1)
      }
      if (stream.peek() === hash) skipLine()
      const length = breakLength(stream)
      if (length === 0) return
      stream.eat(length)
      invalidateKey()
      scalarAllowed = true
      if (inBlock()) keyAllowed = true
    }
  }
  const skipLine = () => {
    while (!stream.atEnd() && !isBreak(stream.peek())) stream.eat(1)
  }

  const scanNext = () => {
    toNextToken()
    popIndentsToHere()
    if (stream.atEnd()) return endStream()
    const code = stream.peek()
    if (stream.column() === 0) {
      if (code === percent) return scanDirective()
      if (isDocumentSign(stream, dash)) return scanDocumentSign('document-start')
      if (isDocumentSign(stream, 46)) return scanDocumentSign('document-end')
    }
    if (code === openSequence || code === openMap) return scanFlowStart(code)
    if (code === closeSequence || code === closeMap) return scanFlowEnd(code)
    if (code === comma) {
      if (stream.column() === 0) refuse('plain value cannot start with flow indicator character')
      if (!scalarAllowed) refuse('unexpected scalar')
      return scanFlowEntry()
    }
    if (atBlockEntry()) return scanBlockEntry()
    if (atKey()) return scanKey()
    if (atValue()) return scanValue()
    if (code === star || code === ampersand) return scanAnchor(code)
    if (code === exclamation) return scanTagToken()
    if (inBlock() && (code === bar || code === greater)) return scanBlockScalar(code)
    if (!scalarAllowed) refuse('unexpected scalar')
    if (code === quote || code === apostrophe) return scanQuoted(code)
    if (startsPlain(stream, inBlock())) return scanPlain()
    refuse('unknown token')
  }

  const endStream = () => {
    if (stream.column() > 0) stream.resetColumn()
    popAllIndents()
    simpleKeys.length = 0
    keyAllowed = false
    scalarAllowed = false
    ended = true
  }
  const leaveDocument = () => {
    popAllIndents()
    simpleKeys.length = 0
    keyAllowed = false
    afterJson = false
  }
  const word = (): string => {
    const from = stream.offset()
    while (!stream.atEnd() && !isBlankOrBreak(stream.peek())) stream.get()
    return stream.since(from)
  }
  const scanDirective = () => {
    leaveDocument()
    const mark = stream.mark()
    stream.eat(1)
    const name = word()
    const params: string[] = []
    while (true) {
      while (isBlank(stream.peek())) stream.eat(1)
      if (stream.atEnd() || isBreak(stream.peek()) || stream.peek() === hash) break
      params.push(word())
    }
    push('directive', mark, name, params)
  }
  const scanDocumentSign = (type: TokenType) => {
    leaveDocument()
    const mark = stream.mark()
    stream.eat(3)
    push(type, mark)
  }
  const scanFlowStart = (code: number) => {
    insertPotentialKey()
    keyAllowed = true
    afterJson = false
    const mark = stream.mark()
    stream.get()
    flows.push(code === openSequence ? 'sequence' : 'map')
    push(code === openSequence ? 'flow-sequence-start' : 'flow-map-start', mark)
  }
  const closeEntry = () => {
    if (flows.at(-1) === 'map') {
      if (verifyKey()) push('value')
    } else if (flows.at(-1) === 'sequence') invalidateKey()
  }
  const scanFlowEnd = (code: number) => {
    if (inBlock()) refuse('illegal flow end')
    closeEntry()
    keyAllowed = false
    afterJson = true
    const mark = stream.mark()
    stream.get()
    if (flows.pop() !== (code === closeSequence ? 'sequence' : 'map')) refuse('illegal flow end', mark)
    push(code === closeSequence ? 'flow-sequence-end' : 'flow-map-end', mark)
  }
  const scanFlowEntry = () => {
    closeEntry()
    keyAllowed = true
    afterJson = false
    const mark = stream.mark()
    stream.eat(1)
    push('flow-entry', mark)
  }
  const scanBlockEntry = () => {
    if (!inBlock() || !keyAllowed) refuse('illegal block entry')
    pushIndent(stream.column(), 'sequence')
    keyAllowed = true
    afterJson = false
    const mark = stream.mark()
    stream.eat(1)
    push('block-entry', mark)
  }
  const scanKey = () => {
    if (inBlock()) {
      if (!keyAllowed) refuse('illegal map key')
      pushIndent(stream.column(), 'map')
    }
    keyAllowed = inBlock()
    const mark = stream.mark()
    stream.eat(1)
    push('key', mark)
  }
  const scanValue = () => {
    const isKnown = verifyKey()
    afterJson = false
    if (isKnown) keyAllowed = false
    else {
      if (inBlock()) {
        if (!keyAllowed) refuse('illegal map value')
        pushIndent(stream.column(), 'map')
      }
      keyAllowed = inBlock()
    }
    scalarAllowed = true
    const mark = stream.mark()
    stream.eat(1)
    push('value', mark)
  }
  const scanAnchor = (code: number) => {
    const what = code === star ? 'alias' : 'anchor'
    insertPotentialKey()
    keyAllowed = false
    afterJson = false
    const mark = stream.mark()
    stream.get()
    const from = stream.offset()
    while (!stream.atEnd() && !isBlankOrBreak(stream.peek()) && !isOneOf(stream.peek(), '[]{},')) stream.get()
    const name = stream.since(from)
    if (name === '') refuse(`${what} not found after ${String.fromCharCode(code)}`)
    if (isOneOf(stream.peek(), '[{')) refuse(`illegal character found while scanning ${what}`)
    push(what, mark, name)
  }
  const scanTagToken = () => {
    insertPotentialKey()
    keyAllowed = false
    afterJson = false
    const mark = stream.mark()
    stream.get()
    const { value, params } = scanTag(stream)
    push('tag', mark, value, params)
  }

  const scanPlain = () => {
    const flow = !inBlock()
    // The map that this may begin does not count for its own indentation.
    const style = flow ? plainInFlow : { ...plain, indent: topIndent().column + 1 }
    insertPotentialKey()
    const mark = stream.mark()
    const { text: value, atLineStart } = scanScalar(stream, style)
    keyAllowed = atLineStart
    afterJson = false
    push('plain-scalar', mark, value)
  }
  const scanQuoted = (code: number) => {
    insertPotentialKey()
    const mark = stream.mark()
    stream.get()
    const { text: value } = scanScalar(stream, code === quote ? doubleQuoted : singleQuoted)
    keyAllowed = false
    scalarAllowed = !inBlock()
    afterJson = true
    push('other-scalar', mark, value)
  }
  const scanBlockScalar = (code: number) => {
    const mark = stream.mark()
    stream.get()
    let chomp: ScalarStyle['chomp'] = 'clip'
    let indent = 1
    let detectIndent = true
    for (const sign of chompSigns(stream)) {
      stream.get()
      if (sign === '+' || sign === '-') chomp = sign === '+' ? 'keep' : 'strip'
      else if (sign === '0') refuse('cannot set zero indentation for a block scalar')
      else {
        indent = Number(sign)
        detectIndent = false
      }
    }
    while (isBlank(stream.peek())) stream.eat(1)
    if (stream.peek() === hash) skipLine()
    if (!stream.atEnd() && !isBreak(stream.peek())) refuse('unexpected character in block scalar')
    const outer = topIndent().column
    if (outer >= 0) indent += outer
    const fold = code === greater ? 'block' : 'none'
    const { text: value } = scanScalar(stream, { ...block, chomp, indent, detectIndent, fold })
    keyAllowed = true
    afterJson = false
    push('other-scalar', mark, value)
  }

  const ready = () => {
    while (true) {
      const token = tokens[first]
      if (token?.status === 'valid') return
      if (token?.status === 'invalid') first++
      else if (ended) return
      else scanNext()
    }
  }
  return {
    peek() {
      ready()
      return tokens[first]
    },
    pop() {
      ready()
      if (first < tokens.length) first++
    },
    mark: () => stream.mark(),
  }
}
