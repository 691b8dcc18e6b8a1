import type { Finding } from '../../yaml/finding.ts'
import type { DuplicateKey } from '../../yaml/go/decode.ts'
import type { JsonNode } from '../../yaml/go/json.ts'
import { placesIn } from '../../yaml/go/places.ts'
import { readGoYaml } from '../../yaml/go/read.ts'
import { refusalFindings } from '../../yaml/kubernetes-document.ts'
import { isTooLarge, limit } from '../../yaml/limits.ts'
import type { Path, Range } from '../../yaml/range.ts'
import { readObjectText } from './read-object.ts'

/** One object of a file, as `kubectl apply` would send it. */
export interface Manifest {
  /** The number of its document in the file, from 0. */
  readonly document: number
  /** `''` where it does not say. */
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly namespace: string
  readonly node: JsonNode
  /** Keys that stand twice. Their lines are counted from the beginning of the document, as kubectl does. */
  readonly duplicates: readonly DuplicateKey[]
  /** Where a field's value stands in the file; where it is missing, what it is missing from. */
  rangeOf(path: Path): Range
  /** A range of the node in the file. */
  inFile(range: Range): Range
}

/** A document that cannot be read. */
export interface BrokenManifest {
  readonly document: number
  /** Kubernetes’ words, or one sentence of ours. */
  readonly refused: string
  readonly findings: readonly Finding[]
}

/** Splits a file at its lines of `---` and reads each document. Empty ones count for nothing; of a List, its items count. */
export function readManifests(text: string): readonly (Manifest | BrokenManifest)[] {
  if (isTooLarge(text)) {
    const read = readGoYaml(text)
    if ('refused' in read) return [{ document: 0, refused: read.refused, findings: refusalFindings(text, read) }]
  }
  return split(text).flatMap(({ text: own, start }, document): readonly (Manifest | BrokenManifest)[] => {
    const inFile = (range: Range): Range => ({ start: range.start + start, end: range.end + start })
    const read = readObjectText(own)
    if ('refused' in read) {
      const findings = refusalFindings(own, { ...read, duplicates: [] }).map(it => ({
        ...it,
        ...(it.range && { range: inFile(it.range) }),
      }))
      return [{ document, refused: read.refused, findings }]
    }
    const { node, duplicates } = read
    const items = textOf(member(node, 'kind')) === 'List' ? member(node, 'items') : undefined
    if (items?.kind === 'array')
      return items.items.map((item, index) => manifestOf(item, document, inFile, withinItem(duplicates, index)))
    return node.kind === 'null' ? [] : [manifestOf(node, document, inFile, duplicates)]
  })
}

function manifestOf(
  node: JsonNode,
  document: number,
  inFile: (range: Range) => Range,
  duplicates: readonly DuplicateKey[],
): Manifest {
  const metadata = member(node, 'metadata')
  const { nearest } = placesIn(node)
  return {
    ...{ document, node, inFile, duplicates },
    ...{ apiVersion: textOf(member(node, 'apiVersion')), kind: textOf(member(node, 'kind')) },
    ...{ name: textOf(member(metadata, 'name')), namespace: textOf(member(metadata, 'namespace')) },
    rangeOf: path => inFile(nearest(path)),
  }
}

/** Keys that stand twice in one of the objects of a list, told from that object’s root. */
function withinItem(duplicates: readonly DuplicateKey[], index: number): readonly DuplicateKey[] {
  return duplicates
    .filter(({ path }) => path[0] === 'items' && path[1] === index)
    .map(it => ({ ...it, path: it.path.slice(2) }))
}

/** Where documents begin and end, as kubectl has it: whatever stands behind `---` on its line is left out. */
function split(text: string): readonly { readonly text: string; readonly start: number }[] {
  const documents: { readonly text: string; readonly start: number }[] = []
  let start = 0
  while (documents.length < limit.documents) {
    const end = text.indexOf('\n---', start === 0 ? 0 : start - 1)
    if (end < 0) break
    documents.push({ text: text.slice(start, Math.max(start, end + 1)), start })
    start = lineAfter(text, end + 1)
  }
  return [...documents, { text: text.slice(start), start }]
}

function lineAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

/** The last of equal ones, which is the one that counts. */
function member(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === 'object' ? node.members.findLast(it => it.key === key)?.value : undefined
}

function textOf(node: JsonNode | undefined): string {
  return node?.kind === 'string' ? node.value : ''
}
