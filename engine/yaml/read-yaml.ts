import { type Document, isAlias, isSeq, type ParsedNode } from 'yaml'
import { type Built, buildValue } from './build-value.ts'
import { forbiddenCharacter } from './characters.ts'
import type { Finding } from './finding.ts'
import { isTooLarge, limit } from './limits.ts'
import { placeOf } from './node-place.ts'
import { parse, tooLarge } from './parse.ts'
import { placesIn } from './place.ts'
import type { Path, Range } from './range.ts'
import type { Scalars } from './scalar-value.ts'

export interface YamlDocument {
  /** Objects have no prototype, so `__proto__` is a key like any other. Null when the document is empty. */
  readonly value: unknown
  /** The document's own text, without what stands between documents. */
  readonly range: Range
  /** The place of a value: of an alias where it is used, of what lies in it where its anchor stands. */
  rangeOf(path: Path): Range | undefined
  /** The place of the key that a value stands under; undefined for the items of a list. */
  keyRangeOf(path: Path): Range | undefined
}

export interface YamlReading {
  readonly documents: readonly YamlDocument[]
  /** In the order of the text, of all documents. At most 100. */
  readonly findings: readonly Finding[]
}

/**
 * Reads YAML, and with it JSON. Never throws. Beyond the limits in `limits.ts` a finding says so, and what lies beyond is
 * not read. Findings say what is wrong as YAML; what a component makes of it (Kubernetes takes the last of two equal keys)
 * is for the component's reader to say.
 */
export function readYaml(text: string, { scalars = 'core' }: { readonly scalars?: Scalars } = {}): YamlReading {
  if (isTooLarge(text)) return { documents: [], findings: [tooLarge] }
  const parsed = parse(text)
  const place = placesIn(text)
  const built = parsed.documents.map(document => ({ document, ...buildValue(document, text, scalars, place) }))
  const character = forbiddenCharacter(text)
  const findings = [...(character ? [character] : []), ...parsed.findings, ...built.flatMap(soundFindings)]
  return {
    documents: built.map(({ document, ...rest }) => readable(document, rest)),
    findings: findings.toSorted((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0)).slice(0, limit.findings),
  }
}

/** In a document with errors a key may only look like a map. */
function soundFindings({ document, findings }: Built & { readonly document: Document.Parsed }): readonly Finding[] {
  return document.errors.length === 0 ? findings : findings.filter(({ code }) => code !== 'yaml-bad-key')
}

function readable(document: Document.Parsed, { value, entries, targets }: Built): YamlDocument {
  const through = (node: ParsedNode | null | undefined) => (node && isAlias(node) ? targets.get(node) : node)
  const find = (path: Path): { readonly node: ParsedNode | null | undefined; readonly key?: Range } | undefined => {
    let node: ParsedNode | null | undefined = document.contents
    let key: Range | undefined
    for (const step of path) {
      const parent = through(node)
      if (!parent) return undefined
      if (isSeq(parent)) {
        if (typeof step !== 'number' || parent.items[step] === undefined) return undefined
        node = parent.items[step]
        key = undefined
      } else {
        const entry = entries.get(parent)?.get(String(step))
        if (!entry) return undefined
        node = entry.node
        key = entry.key
      }
    }
    return key ? { node, key } : { node }
  }
  return {
    value,
    range: { start: document.range[0], end: document.range[1] },
    rangeOf(path) {
      const found = find(path)
      if (!found) return undefined
      return found.node ? placeOf(found.node) : found.key && { start: found.key.end, end: found.key.end }
    },
    keyRangeOf: path => find(path)?.key,
  }
}
