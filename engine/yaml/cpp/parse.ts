import { limit } from '../limits.ts'
import { type TagHandles, tagOf } from './directives.ts'
import type { Mark } from './marks.ts'
import type { CppEntry, CppNode } from './nodes.ts'
import { Refused } from './refused.ts'
import type { Scanner } from './scanner.ts'
import type { Token, TokenType } from './tokens.ts'

/** A node, and how many nodes it is when aliases are written out. */
interface Weighed {
  readonly node: CppNode
  readonly weight: number
}

/** Collections in each other, which yaml-cpp stops at. */
const deepest = 500

/** Parses the next document; there must be a token. */
export function parseDocument(scanner: Scanner, handles: TagHandles): CppNode {
  const anchors = new Map<string, Weighed | undefined>()
  let depth = 0
  /** Nodes that aliases add by being written out. */
  let aliased = 0
  let inFlowSequence = false

  const refuse: (problem: string, mark?: Mark) => never = (problem, mark = scanner.mark()) => {
    throw new Refused(mark, problem)
  }
  const nothing = (mark: Mark): Weighed => ({ node: { kind: 'null', mark, end: mark.offset }, weight: 1 })
  const isNext = (...types: readonly TokenType[]) => {
    const token = scanner.peek()
    return token !== undefined && types.includes(token.type)
  }

  const parseNode = (): Weighed => {
    if (++depth >= deepest) refuse('bad file')
    const before = inFlowSequence
    const parsed = parseInner()
    inFlowSequence = before
    depth--
    return parsed
  }

  const parseInner = (): Weighed => {
    const token = scanner.peek()
    if (!token) return nothing(scanner.mark())
    const { mark } = token
    if (token.type === 'value') return parseCompactMap(mark, false)
    if (token.type === 'alias') {
      if (!anchors.has(token.value)) refuse(`the referenced anchor is not defined: ${token.value}`, mark)
      const known = anchors.get(token.value)
      if (!known) throw new Refused(mark, 'This alias stands in what it names. Take it out.', true)
      aliased += known.weight
      if (aliased > limit.aliased) throw new Refused(mark, 'Aliases make this too large. Write out less.', true)
      scanner.pop()
      return known
    }
    const { tag, anchor } = parseProperties()
    if (anchor !== undefined) anchors.set(anchor, undefined)
    const parsed = parseContent(mark, tag)
    if (anchor !== undefined) anchors.set(anchor, parsed)
    return parsed
  }

  const parseProperties = () => {
    let tag = ''
    let anchor: string | undefined
    for (let token = scanner.peek(); token?.type === 'tag' || token?.type === 'anchor'; token = scanner.peek()) {
      if (token.type === 'tag') {
        if (tag !== '') refuse('cannot assign multiple tags to the same node', token.mark)
        tag = tagOf(token, handles)
      } else {
        if (anchor !== undefined) refuse('cannot assign multiple anchors to the same node', token.mark)
        anchor = token.value
      }
      scanner.pop()
    }
    return { tag, anchor }
  }

  const parseContent = (mark: Mark, tag: string): Weighed => {
    const token = scanner.peek()
    switch (token?.type) {
      case undefined:
        return nothing(mark)
      case 'plain-scalar':
        if ((tag === '' || tag === '?') && isNullText(token.value)) {
          scanner.pop()
          return { node: { kind: 'null', mark, end: token.end }, weight: 1 }
        }
        return scalar(mark, token)
      case 'other-scalar':
        return scalar(mark, token)
      case 'flow-sequence-start':
        return parseFlowSequence(mark)
      case 'block-sequence-start':
        return parseBlockSequence(mark)
      case 'flow-map-start':
        return parseFlowMap(mark)
      case 'block-map-start':
        return parseBlockMap(mark)
      case 'key':
        // One pair without braces, in a flow sequence.
        if (inFlowSequence) return parseCompactMap(mark, true)
    }
    if (tag === '' || tag === '?') return nothing(mark)
    return { node: { kind: 'scalar', mark, end: mark.offset, text: '' }, weight: 1 }
  }

  const scalar = (mark: Mark, token: Token): Weighed => {
    scanner.pop()
    return { node: { kind: 'scalar', mark, end: token.end, text: token.value }, weight: 1 }
  }

  const parseBlockSequence = (mark: Mark): Weighed => {
    const problem = 'end of sequence not found'
    scanner.pop()
    inFlowSequence = false
    const items: Weighed[] = []
    while (true) {
      const token = scanner.peek() ?? refuse(problem)
      if (token.type !== 'block-entry' && token.type !== 'block-sequence-end') refuse(problem, token.mark)
      scanner.pop()
      if (token.type === 'block-sequence-end') return sequence(mark, token.mark.offset, items)
      const next = scanner.peek()
      if (next && isNext('block-entry', 'block-sequence-end')) items.push(nothing(next.mark))
      else items.push(parseNode())
    }
  }

  const parseFlowSequence = (mark: Mark): Weighed => {
    const problem = 'end of sequence flow not found'
    scanner.pop()
    const items: Weighed[] = []
    while (true) {
      const token = scanner.peek() ?? refuse(problem)
      if (token.type === 'flow-sequence-end') {
        scanner.pop()
        return sequence(mark, token.end, items)
      }
      inFlowSequence = true
      items.push(parseNode())
      const next = scanner.peek() ?? refuse(problem)
      if (next.type === 'flow-entry') scanner.pop()
      else if (next.type !== 'flow-sequence-end') refuse(problem, next.mark)
    }
  }

  const parsePair = (mark: Mark, isKey: boolean): Pair => {
    inFlowSequence = false
    if (isKey) scanner.pop()
    const key = isKey ? parseNode() : nothing(mark)
    if (!isNext('value')) return { key, value: nothing(mark) }
    scanner.pop()
    inFlowSequence = false
    return { key, value: parseNode() }
  }

  const parseBlockMap = (mark: Mark): Weighed => {
    const problem = 'end of map not found'
    scanner.pop()
    const pairs: Pair[] = []
    while (true) {
      const token = scanner.peek() ?? refuse(problem)
      if (token.type === 'block-map-end') {
        scanner.pop()
        return map(mark, token.mark.offset, pairs)
      }
      if (token.type !== 'key' && token.type !== 'value') refuse(problem, token.mark)
      pairs.push(parsePair(token.mark, token.type === 'key'))
    }
  }

  const parseFlowMap = (mark: Mark): Weighed => {
    const problem = 'end of map flow not found'
    scanner.pop()
    const pairs: Pair[] = []
    while (true) {
      const token = scanner.peek() ?? refuse(problem)
      if (token.type === 'flow-map-end') {
        scanner.pop()
        return map(mark, token.end, pairs)
      }
      pairs.push(parsePair(token.mark, token.type === 'key'))
      const next = scanner.peek() ?? refuse(problem)
      if (next.type === 'flow-entry') scanner.pop()
      else if (next.type !== 'flow-map-end') refuse(problem, next.mark)
    }
  }

  const parseCompactMap = (mark: Mark, isKey: boolean): Weighed => {
    const at = scanner.peek()?.mark ?? mark
    const pair = parsePair(at, isKey)
    return map(mark, pair.value.node.end, [pair])
  }

  const root = parseNode().node
  while (isNext('document-end')) scanner.pop()
  return root
}

interface Pair {
  readonly key: Weighed
  readonly value: Weighed
}

function sequence(mark: Mark, end: number, items: readonly Weighed[]): Weighed {
  const weight = items.reduce((sum, item) => sum + item.weight, 1)
  return { node: { kind: 'sequence', mark, end, items: items.map(({ node }) => node) }, weight }
}

function map(mark: Mark, end: number, pairs: readonly Pair[]): Weighed {
  const weight = pairs.reduce((sum, { key, value }) => sum + key.weight + value.weight, 1)
  const entries: readonly CppEntry[] = pairs.map(({ key, value }) => ({ key: key.node, value: value.node }))
  return { node: { kind: 'map', mark, end, entries }, weight }
}

function isNullText(text: string): boolean {
  return ['', '~', 'null', 'Null', 'NULL'].includes(text)
}
