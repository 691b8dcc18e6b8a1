import type { AuditRule } from './policy.ts'
import type { AuditRequest } from './request.ts'
import { beginning, type Dimension, dimensions, keysOf } from './rule-keys.ts'

/**
 * Rules parted by one dimension after another, so that a request meets only those that name its own words. Each node knows
 * its first rule: once a rule is found that comes before, the node is not entered. What is looked at depends on how many
 * dimensions there are and on what can match, not on how many rules cannot.
 */
interface Node {
  /** The smallest index below. */
  readonly first: number
  /** Absent at an end. */
  readonly by: Dimension | undefined
  readonly children: ReadonlyMap<string, Node> | undefined
  /** Of `url`: by what a path begins with, and how long those are, ascending. */
  readonly beginnings: ReadonlyMap<string, Node> | undefined
  readonly lengths: readonly number[]
  /** Rules that do not ask for words of this dimension. */
  readonly any: Node | undefined
  /** At an end: ascending. */
  readonly rules: readonly number[]
}

interface Filed {
  readonly index: number
  readonly rule: AuditRule
  /** In how many places the rule already stands. */
  readonly copies: number
}

/** So few are asked one after another sooner than parted. */
const few = 2
/** A rule that lists many words in several dimensions stands in at most so many places, and beside the words of the others. */
const mostCopies = 64

/**
 * Gives the index of the first rule that matches, or -1. `matches` asks one rule; it is called for those that may match only,
 * and may be called twice for one.
 */
export function indexRules(
  rules: readonly AuditRule[],
  matches: (index: number, request: AuditRequest) => boolean,
): (request: AuditRequest) => number {
  const filed = rules.map((rule, index): Filed => ({ index, rule, copies: 1 }))
  const isAboutResources = ({ rule }: Filed) => rule.namespaces.length > 0 || rule.resources.length > 0
  const isAboutPaths = ({ rule }: Filed) => rule.nonResourceURLs.length > 0
  const ofResources = dimensions.filter(dimension => dimension !== 'url')
  const forResources = plant(
    filed.filter(it => isAboutResources(it) || !isAboutPaths(it)),
    ofResources,
  )
  const forPaths = plant(
    filed.filter(it => !isAboutResources(it)),
    ['user', 'group', 'verb', 'url'],
  )

  /** The first rule below a node that matches and comes before `best`, else `best`. */
  function search(below: Node | undefined, request: AuditRequest, best: number): number {
    let found = best
    for (let node = below; node !== undefined && node.first < found; node = node.any) {
      const { by, children, rules } = node
      if (by === undefined || children === undefined) {
        for (const index of rules) {
          if (index >= found) return found
          if (matches(index, request)) return index
        }
      } else if (by === 'group') for (const group of request.groups) found = search(children.get(group), request, found)
      else if (by === 'url') found = searchUrl(node, request, found)
      else found = search(children.get(wordOf(request, by)), request, found)
    }
    return found
  }

  function searchUrl({ children, beginnings, lengths }: Node, request: AuditRequest, best: number): number {
    const { path } = request
    let found = search(children?.get(path), request, best)
    for (const length of lengths) {
      if (length > path.length) break
      found = search(beginnings?.get(path.slice(0, length)), request, found)
    }
    return found
  }

  return request => {
    const found = search(request.resourceRequest ? forResources : forPaths, request, rules.length)
    return found === rules.length ? -1 : found
  }
}

function wordOf(request: AuditRequest, by: Exclude<Dimension, 'group' | 'url'>): string {
  switch (by) {
    case 'user':
      // No rule is filed under the empty word, because names are not empty.
      return request.user ?? ''
    case 'verb':
      return request.verb
    case 'namespace':
      return request.namespace
    case 'apiGroup':
      return request.apiGroup
    case 'resource':
      return request.resource
    case 'name':
      return request.name
  }
}

function plant(filed: readonly Filed[], left: readonly Dimension[]): Node | undefined {
  const [head] = filed
  if (head === undefined) return undefined
  const { index: first } = head
  const best = filed.length > few ? bestOf(filed, left) : undefined
  if (best === undefined) {
    const rules = filed.map(({ index }) => index)
    return { first, by: undefined, children: undefined, beginnings: undefined, lengths: [], any: undefined, rules }
  }
  const { by, parts, any } = best
  const rest = left.filter(dimension => dimension !== by)
  const children = new Map<string, Node>()
  const beginnings = new Map<string, Node>()
  for (const [key, part] of parts) {
    const child = plant(part, rest)
    if (!child) continue
    if (by !== 'url') children.set(key, child)
    else (key.startsWith(beginning) ? beginnings : children).set(key.slice(1), child)
  }
  const lengths = [...new Set([...beginnings.keys()].map(key => key.length))].sort((a, b) => a - b)
  return { first, by, children, beginnings, lengths, any: plant(any, rest), rules: [] }
}

interface Parted {
  readonly by: Dimension
  readonly parts: ReadonlyMap<string, readonly Filed[]>
  readonly any: readonly Filed[]
}

/** The dimension that leaves the fewest rules to look at; undefined where no rule asks for words of any. */
function bestOf(filed: readonly Filed[], left: readonly Dimension[]): Parted | undefined {
  let best: Parted | undefined
  let fewest = Number.POSITIVE_INFINITY
  for (const by of left) {
    const parted = partedBy(filed, by)
    if (parted.parts.size === 0) continue
    const sizes = [...parted.parts.values()].map(part => part.length)
    const sum = sizes.reduce((all, size) => all + size, 0)
    // What is left on average when the words are asked about as often as rules name them.
    const remaining = parted.any.length + sizes.reduce((all, size) => all + (size * size) / sum, 0)
    if (remaining >= fewest) continue
    best = parted
    fewest = remaining
  }
  return best
}

function partedBy(filed: readonly Filed[], by: Dimension): Parted {
  const parts = new Map<string, Filed[]>()
  const any: Filed[] = []
  for (const it of filed) {
    const words = keysOf(it.rule, by)
    const copies = it.copies * (words?.length ?? 1)
    // The first time a rule may stand under all its words: that is no more than what is written.
    if (words === undefined || (it.copies > 1 && copies > mostCopies)) any.push(it)
    else
      for (const word of words) {
        const part = parts.get(word)
        if (part) part.push({ ...it, copies })
        else parts.set(word, [{ ...it, copies }])
      }
  }
  return { by, parts, any }
}
