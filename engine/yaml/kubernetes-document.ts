import type { Finding } from './finding.ts'
import { lineColumn } from './place.ts'
import { readYaml, type YamlDocument } from './read-yaml.ts'

export interface KubernetesReading {
  /** The first document; undefined when there is none, which Kubernetes takes for `null`. */
  readonly document?: YamlDocument
  /** An `error` makes Go's decoder refuse the text. `yaml-duplicate-key` is one only where a component decodes strictly. */
  readonly findings: readonly Finding[]
}

/**
 * Reads what Kubernetes' configuration loaders read: the first document, scalars as Go's decoder takes them. That decoder
 * never looks beyond a document's end, and a block ends at the first line that is indented less than it began.
 */
export function readKubernetesYaml(text: string): KubernetesReading {
  const { documents, findings } = readYaml(text, { scalars: 'kubernetes' })
  const document = documents[0]
  const ownEnd = documents[1]?.range.start ?? Number.POSITIVE_INFINITY
  const kept: Finding[] = [...foreignDirective(text)]
  for (const finding of findings) {
    const at = finding.range?.start ?? 0
    if (at >= ownEnd && finding.code !== 'yaml-control-character') continue
    if (document && leftover.test(String(finding.data.detail)) && isBeyond(text, document, at)) {
      kept.push(notRead(at, text.length))
      return { document, findings: kept }
    }
    kept.push(finding)
  }
  if (documents[1]) kept.push(notRead(ownEnd, text.length))
  return document ? { document, findings: kept } : { findings: kept }
}

/** The parser's words for something that stands where nothing can follow. */
const leftover = /at node end$|in YAML (?:stream|document)/

/** Whether a place lies behind the root value as Go's parser delimits it. */
function isBeyond(text: string, { rangeOf, value }: YamlDocument, at: number): boolean {
  const root = rangeOf([])
  if (!root || at < root.end) return false
  const isBlock = typeof value === 'object' && value !== null && !/[{[]/.test(text.charAt(root.start))
  return !isBlock || lineColumn(text, at).column < lineColumn(text, root.start).column
}

function notRead(start: number, end: number): Finding {
  return {
    code: 'yaml-not-read',
    severity: 'warning',
    path: [],
    range: { start, end },
    message: 'The document ends above this place, and nothing from here on is read. Put everything into one document.',
    data: {},
  }
}

/** Go's parser knows `%YAML 1.1` and `%TAG`, and stops at any other directive. */
function foreignDirective(text: string): readonly Finding[] {
  const found = /^(?:\uFEFF?(?:[ \t]*(?:#.*)?\r?\n)*)(%(?!YAML[ \t]+1\.1\s|TAG[ \t]).*)/.exec(text)
  if (!found?.[1]) return []
  const end = found[0].length
  return [
    {
      code: 'yaml-bad-directive',
      severity: 'error',
      path: [],
      range: { start: end - found[1].length, end },
      message: 'Kubernetes reads YAML 1.1 and refuses this directive. Take the line out.',
      data: {},
    },
  ]
}
