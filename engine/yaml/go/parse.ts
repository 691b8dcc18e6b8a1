import { limit } from '../limits.ts'
import { type Mark, parserError } from './marks.ts'
import type { Node, Scalar } from './nodes.ts'
import { Refused } from './refused.ts'
import { scannerOf } from './scanner.ts'
import type { Token } from './tokens.ts'

type Kind = Token['kind']
type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Properties in front of a node. */
interface Properties {
  readonly anchor?: string
  readonly tag: string
}

export interface ParsedDocument {
  /** Undefined where there is no document. */
  readonly root?: Node
  /** The offset of what follows the document. */
  readonly end: number
}

/**
 * Parses the first document of a text. What follows it is read no further than its end is told. Throws a refusal with Go's
 * words.
 */
export function parseDocument(text: string): ParsedDocument {
  const scanner = scannerOf(text)
  let taken = 0
  const tokens = {
    peek: scanner.peek,
    skip() {
      if (++taken > limit.tokens) throw new Refused(tooMuch, scanner.peek().start.offset, true)
      scanner.skip()
    },
  }
  const anchors = new Map<string, Node>()
  const tags = new Map<string, string>()
  let depth = 0

  const at = (...kinds: readonly Kind[]) => kinds.includes(tokens.peek().kind)
  /** Takes the token that is there. */
  const take = (): Token => {
    const token = tokens.peek()
    tokens.skip()
    return token
  }
  const wrong = (problem: string, context?: Mark) => parserError(problem, tokens.peek().start, context)
  const named = <N extends Node>(node: N, { anchor }: Properties): N => {
    if (anchor !== undefined) anchors.set(anchor, node)
    return node
  }

  const parseNode = (where: { readonly block: boolean; readonly indentless?: boolean }): Node => {
    const first = tokens.peek()
    if (first.kind === 'alias') {
      tokens.skip()
      const target = anchors.get(first.name)
      if (!target) throw new Refused(`yaml: unknown anchor '${first.name}' referenced`, first.start.offset)
      return { kind: 'alias', name: first.name, target, start: first.start, end: first.end }
    }
    const properties = parseProperties()
    const { anchor, tag } = properties
    const { start } = first
    const token = tokens.peek()
    if (where.indentless && token.kind === 'block-entry') return collect('sequence', start, properties, parseIndentless)
    if (token.kind === 'scalar') {
      tokens.skip()
      const implicit = tag === '!' || (tag === '' && token.plain)
      return named({ kind: 'scalar', text: token.text, tag, implicit, start, end: token.end }, properties)
    }
    if (token.kind === 'flow-sequence') return collect('sequence', start, properties, parseFlowSequence)
    if (token.kind === 'flow-mapping') return collect('mapping', start, properties, parseFlowMapping)
    if (where.block && token.kind === 'block-sequence')
      return collect('sequence', start, properties, parseBlockSequence)
    if (where.block && token.kind === 'block-mapping') return collect('mapping', start, properties, parseBlockMapping)
    if (anchor !== undefined || tag !== '') return named({ ...empty(start), tag, implicit: tag === '' }, properties)
    throw wrong('did not find expected node content', start)
  }

  /** The collection is known by its anchor before its items are read: an alias in it leads back to it. */
  const collect = (
    kind: 'sequence' | 'mapping',
    start: Mark,
    properties: Properties,
    /** Gives where it ends, when that is not with its last item. */
    parseItems: (items: Node[]) => Mark | undefined,
  ): Node => {
    if (++depth > limit.depth) throw new Refused(tooDeep, start.offset, true)
    const items: Node[] = []
    const node = named<Mutable<Node>>({ kind, items, start, end: start }, properties)
    node.end = parseItems(items) ?? items.at(-1)?.end ?? start
    depth--
    return node
  }

  const parseProperties = (): Properties => {
    const { start } = tokens.peek()
    let anchor: string | undefined
    let tag: Extract<Token, { kind: 'tag' }> | undefined
    const takeAnchor = () => {
      const token = tokens.peek()
      if (token.kind !== 'anchor') return
      anchor = token.name
      tokens.skip()
    }
    const takeTag = () => {
      const token = tokens.peek()
      if (token.kind !== 'tag') return
      tag = token
      tokens.skip()
    }
    if (at('anchor')) {
      takeAnchor()
      takeTag()
    } else {
      takeTag()
      takeAnchor()
    }
    const read = tag as Extract<Token, { kind: 'tag' }> | undefined
    const name = anchor === undefined ? {} : { anchor }
    if (!read) return { ...name, tag: '' }
    if (read.handle === '') return { ...name, tag: read.suffix }
    const prefix = tags.get(read.handle)
    if (prefix === undefined) throw parserError('found undefined tag handle', read.start, start)
    return { ...name, tag: prefix + read.suffix }
  }

  const parseBlockSequence = (items: Node[]): undefined => {
    const { start } = take()
    while (at('block-entry')) {
      const { end } = take()
      items.push(at('block-entry', 'block-end') ? empty(end) : parseNode({ block: true }))
    }
    if (!at('block-end')) throw wrong("did not find expected '-' indicator", start)
    tokens.skip()
  }

  /** The items of a list that is indented no further than the key that it belongs to. */
  const parseIndentless = (items: Node[]): undefined => {
    while (at('block-entry')) {
      const { end } = take()
      items.push(at('block-entry', 'key', 'value', 'block-end') ? empty(end) : parseNode({ block: true }))
    }
  }

  const parseBlockMapping = (items: Node[]): undefined => {
    const { start } = take()
    const part = (mark: Mark) =>
      items.push(at('key', 'value', 'block-end') ? empty(mark) : parseNode({ block: true, indentless: true }))
    while (at('key')) {
      part(take().end)
      if (at('value')) part(take().end)
      else items.push(empty(tokens.peek().start))
    }
    if (!at('block-end')) throw wrong('did not find expected key', start)
    tokens.skip()
  }

  const parseFlowSequence = (items: Node[]): Mark => {
    const { start } = take()
    for (let first = true; !at('flow-sequence-end'); first = false) {
      if (!first) {
        if (!at('flow-entry')) throw wrong("did not find expected ',' or ']'", start)
        tokens.skip()
        if (at('flow-sequence-end')) break
      }
      if (at('key')) items.push(parsePair())
      else items.push(parseNode({ block: false }))
    }
    return take().end
  }

  /** `key: value` as an item of a list. */
  const parsePair = (): Node => {
    const { start } = take()
    return collect('mapping', start, { tag: '' }, items => {
      // Go drops this token, even where it is the colon.
      if (at('value', 'flow-entry', 'flow-sequence-end')) items.push(empty(take().end))
      else items.push(parseNode({ block: false }))
      const { start: mark } = tokens.peek()
      if (at('value')) {
        tokens.skip()
        if (!at('flow-entry', 'flow-sequence-end')) {
          items.push(parseNode({ block: false }))
          return undefined
        }
      }
      items.push(empty(mark))
      return undefined
    })
  }

  const parseFlowMapping = (items: Node[]): Mark => {
    const { start } = take()
    const part = () =>
      items.push(
        at('value', 'flow-entry', 'flow-mapping-end') ? empty(tokens.peek().start) : parseNode({ block: false }),
      )
    for (let first = true; !at('flow-mapping-end'); first = false) {
      if (!first) {
        if (!at('flow-entry')) throw wrong("did not find expected ',' or '}'", start)
        tokens.skip()
        if (at('flow-mapping-end')) break
      }
      if (!at('key')) {
        items.push(parseNode({ block: false }), empty(tokens.peek().start))
        continue
      }
      tokens.skip()
      part()
      if (at('value')) {
        tokens.skip()
        if (at('flow-entry', 'flow-mapping-end')) items.push(empty(tokens.peek().start))
        else items.push(parseNode({ block: false }))
      } else items.push(empty(tokens.peek().start))
    }
    return take().end
  }

  const parseDirectives = () => {
    let hasVersion = false
    for (;;) {
      const token = tokens.peek()
      if (token.kind === 'version') {
        if (hasVersion) throw wrong('found duplicate %YAML directive')
        if (token.major !== 1 || token.minor !== 1) throw wrong('found incompatible YAML document')
        hasVersion = true
      } else if (token.kind === 'tag-directive') {
        if (tags.has(token.handle)) throw wrong('found duplicate %TAG directive')
        tags.set(token.handle, token.prefix)
      } else break
      tokens.skip()
    }
    for (const [handle, prefix] of [
      ['!', '!'],
      ['!!', 'tag:yaml.org,2002:'],
    ] as const)
      if (!tags.has(handle)) tags.set(handle, prefix)
  }

  if (at('stream-end')) return { end: text.length }
  const isExplicit = at('version', 'tag-directive', 'document-start')
  parseDirectives()
  let root: Node
  if (!isExplicit) root = parseNode({ block: true })
  else {
    if (!at('document-start')) throw wrong('did not find expected <document start>')
    tokens.skip()
    root = at('version', 'tag-directive', 'document-start', 'document-end', 'stream-end')
      ? empty(tokens.peek().start)
      : parseNode({ block: true })
  }
  // The end of the document is told by the next token, which has to be one.
  const { kind, start, end } = tokens.peek()
  return { root, end: kind === 'document-end' ? end.offset : start.offset }
}

function empty(mark: Mark): Scalar {
  return { kind: 'scalar', text: '', tag: '', implicit: true, start: mark, end: mark }
}

const tooDeep = `Lists and maps lie more than ${limit.depth} deep in each other here. Nest less.`
const tooMuch = 'This file has too many words and signs. Make it smaller.'
