import { type Document, isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Finding } from './finding.ts'
import { limit } from './limits.ts'
import { placeOf } from './node-place.ts'
import type { LineColumn, Path, Range } from './range.ts'
import { type Scalars, type ScalarValue, scalarValue } from './scalar-value.ts'

type Node = ParsedNode | null | undefined

/** A map's entry as it counts in the end: the last of those with the same key. */
export interface Entry {
  readonly key: Range
  readonly node: Node
  readonly value: unknown
}

export interface Built {
  readonly value: unknown
  readonly findings: readonly Finding[]
  readonly entries: ReadonlyMap<ParsedNode, ReadonlyMap<string, Entry>>
  /** Alias → the node that it stands for. */
  readonly targets: ReadonlyMap<ParsedNode, ParsedNode>
}

/** A value with how much it is once its aliases are written out. */
interface Sized {
  readonly value: unknown
  readonly size: number
  readonly depth: number
}

/**
 * Makes the value of a document. An alias shares its anchor's value; how large that is written out is counted, so that
 * whoever walks the value walks a bounded one. Beyond the limits an alias is null, with a finding.
 */
export function buildValue(
  document: Document.Parsed,
  text: string,
  scalars: Scalars,
  place: (offset: number) => LineColumn,
): Built {
  const findings: Finding[] = []
  const entries = new Map<ParsedNode, ReadonlyMap<string, Entry>>()
  const targets = new Map<ParsedNode, ParsedNode>()
  const anchors = new Map<string, ParsedNode>()
  const built = new Map<ParsedNode, Sized>()
  let aliased = 0

  const report = (code: string, node: ParsedNode, path: Path, message: string, data: Finding['data'] = {}) => {
    if (findings.length < limit.findings)
      findings.push({ code, severity: 'error', path, range: placeOf(node), message, data })
  }

  const build = (node: Node, path: Path, depth: number): Sized => {
    if (!node) return nothing
    if (isAlias(node)) return follow(node, path, depth)
    if (node.anchor !== undefined) anchors.set(node.anchor, node)
    const made = isMap(node)
      ? buildMap(node, path, depth + 1)
      : isSeq(node)
        ? buildSeq(node, path, depth + 1)
        : { value: scalar(node, path), size: 1, depth: 0 }
    built.set(node, made)
    return made
  }

  const follow = (node: ParsedNode & { source: string }, path: Path, depth: number): Sized => {
    const name = node.source
    const target = anchors.get(name)
    if (!target) {
      report('yaml-unknown-alias', node, path, `No anchor "&${name}" stands before this. Check the name.`, { name })
      return nothing
    }
    const made = built.get(target)
    if (!made) {
      report('yaml-alias-in-itself', node, path, `The value of "&${name}" contains itself. Write it out.`, { name })
      return nothing
    }
    aliased += made.size
    if (aliased > limit.aliased || depth + made.depth > limit.depth) {
      const message = 'Aliases make this document too large. Write out what they stand for, or use fewer.'
      if (!findings.some(({ code }) => code === 'yaml-too-many-aliases'))
        report('yaml-too-many-aliases', node, path, message, { limit: limit.aliased })
      return nothing
    }
    targets.set(node, target)
    return made
  }

  const scalar = (node: ParsedNode, path: Path): ScalarValue => {
    if (!isScalar(node)) return null
    const read = scalarValue(node, scalars)
    if ('value' in read) {
      if (scalars === 'core' || typeof read.value !== 'number' || Number.isFinite(read.value)) return read.value
      report('yaml-not-finite', node, path, 'JSON has no such number, so Kubernetes refuses it. Put it in quotes.')
      return null
    }
    report(
      'yaml-bad-tag',
      node,
      path,
      `This cannot be read as !!${read.misfit}. Correct the value or take the tag out.`,
    )
    return null
  }

  const buildSeq = (node: YAMLSeq.Parsed, path: Path, depth: number): Sized => {
    const items = node.items.map((item, index) => build(item, [...path, index], depth))
    return sized(
      items.map(({ value }) => value),
      items,
    )
  }

  const buildMap = (node: YAMLMap.Parsed, path: Path, depth: number): Sized => {
    const value: Record<string, unknown> = Object.create(null)
    const parts: Sized[] = []
    const own = new Map<string, Entry>()
    entries.set(node, own)
    const put = (key: string, shown: string, entry: Entry) => {
      const first = own.get(key)
      if (first && findings.length < limit.findings) {
        const begins = entry.node && text.charAt(entry.node.range[0]).trim() ? entry.node.range[0] : entry.key.start
        const { line } = place(begins)
        const firstLine = place(first.key.start).line
        findings.push({
          code: 'yaml-duplicate-key',
          severity: 'error',
          path: [...path, key],
          range: entry.key,
          message: `The key ${shown} stands in this map already, on line ${firstLine}. Keep one of them.`,
          // `line` is the value's, which is the line that Go's decoder names.
          data: { key, shown, line, firstLine },
        })
      }
      own.set(key, entry)
      value[key] = entry.value
    }
    const merge = (from: Node, path: Path): void => {
      const map = from && isAlias(from) ? targets.get(from) : from
      if (!map || !isMap(map)) {
        const message = 'Only maps can be merged with "<<". Give it a map, or an alias of one.'
        if (from) report('yaml-bad-merge', from, path, message)
        return
      }
      for (const [key, entry] of entries.get(map) ?? []) put(key, JSON.stringify(key), entry)
    }
    for (const pair of node.items) {
      const range = placeOf(pair.key)
      if (scalars === 'kubernetes' && isMergeKey(pair.key)) {
        const from = pair.value
        parts.push(build(from, [...path, '<<'], depth))
        if (from && isSeq(from)) for (const item of from.items.toReversed()) merge(item, path)
        else merge(from, path)
        continue
      }
      const key = keyOf(pair.key, path, depth)
      const made = build(pair.value, key ? [...path, key.text] : path, depth)
      parts.push(made)
      if (key) put(key.text, key.shown, { key: range, node: pair.value, value: made.value })
    }
    return sized(value, parts)
  }

  const keyOf = (node: ParsedNode, path: Path, depth: number): { text: string; shown: string } | undefined => {
    const { value } = build(node, path, depth)
    if (typeof value === 'object' && (value !== null || scalars === 'kubernetes')) {
      report('yaml-bad-key', node, path, 'A key must be a word or a number. Put it in quotes.')
      return undefined
    }
    if (scalars === 'core' && isScalar(node)) return { text: String(node.value), shown: JSON.stringify(node.value) }
    return { text: String(value), shown: typeof value === 'string' ? JSON.stringify(value) : String(value) }
  }

  const { value } = build(document.contents, [], 0)
  return { value, findings, entries, targets }
}

const nothing: Sized = { value: null, size: 1, depth: 0 }

function sized(value: unknown, parts: readonly Sized[]): Sized {
  let size = 1
  let depth = 0
  for (const part of parts) {
    size += part.size
    depth = Math.max(depth, part.depth)
  }
  return { value, size, depth: depth + 1 }
}

function isMergeKey(node: ParsedNode): boolean {
  return isScalar(node) && node.value === '<<' && node.type === 'PLAIN'
}
