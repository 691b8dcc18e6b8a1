import type { Finding } from './finding.ts'
import type { JsonNode } from './go/json.ts'
import { plainValue } from './go/json-text.ts'
import { placesIn as placesOf } from './go/places.ts'
import { type GoYamlReading, readGoYaml } from './go/read.ts'
import { limit } from './limits.ts'
import { placesIn } from './place.ts'
import { readYaml, type YamlDocument } from './read-yaml.ts'

export interface KubernetesReading {
  /** The first document; undefined when there is none, which Kubernetes takes for `null`. */
  readonly document?: YamlDocument
  /** The same as JSON, with its places; undefined where the text is refused. */
  readonly node?: JsonNode
  /** Why Kubernetes refuses the text, in its words; one sentence of ours where a limit of ours is met. */
  readonly refusal?: string
  /** An `error` makes Kubernetes refuse the text. `yaml-duplicate-key` is one only where a component decodes strictly. */
  readonly findings: readonly Finding[]
}

/**
 * Reads what Kubernetes' configuration loaders read: the first document, as Go's decoder takes it. Go decides; where it
 * refuses, the editor's reader says more of the place.
 */
export function readKubernetesYaml(text: string): KubernetesReading {
  const reading = readGoYaml(text)
  if ('refused' in reading) return { refusal: reading.refused, findings: refusalFindings(text, reading) }
  const { node, end } = reading
  const findings = readingFindings(text, reading)
  if (node.range.end === 0) return { node, findings }
  const { rangeOf, keyRangeOf } = placesOf(node)
  return { document: { value: plainValue(node), range: { start: 0, end }, rangeOf, keyRangeOf }, node, findings }
}

/** What is to be said of a text that Go reads. */
export function readingFindings(
  text: string,
  { duplicates, end }: Pick<Extract<GoYamlReading, { node: JsonNode }>, 'duplicates' | 'end'>,
): readonly Finding[] {
  const place = placesIn(text)
  return [
    ...duplicates.slice(0, limit.findings).map(({ path, range, firstRange, line, shown }): Finding => {
      const firstLine = place(firstRange.start).line
      return {
        code: 'yaml-duplicate-key',
        severity: 'error',
        path,
        range,
        message: `The key ${shown} stands in this map already, on line ${firstLine}. Keep one of them.`,
        // `line` is the value's, which is the line that Go's decoder names.
        data: { key: path.at(-1), shown, line, firstLine },
      }
    }),
    ...(isMore(text.slice(end)) ? [notRead(end, text.length)] : []),
  ]
}

/**
 * What the editor's reader finds in the document that Go refuses. The first finding says Go's words before its own
 * sentence; where there is none, Go's words stand alone.
 */
export function refusalFindings(
  text: string,
  { refused, ours, range }: Extract<GoYamlReading, { refused: string }>,
): readonly Finding[] {
  const { documents, findings } = readYaml(text, { scalars: 'kubernetes' })
  const ownEnd = Math.max(documents[1]?.range.start ?? text.length, range.end)
  const found = findings.filter(
    ({ code, severity, range }) =>
      severity === 'error' && code !== 'yaml-duplicate-key' && (range?.start ?? 0) <= ownEnd,
  )
  const [first, ...rest] = found
  if (first) return [ours ? first : { ...first, message: `${refused}. ${first.message}` }, ...rest]
  const alone = (code: string, message: string): Finding => ({
    ...{ code, severity: 'error', path: [], range, message, data: {} },
  })
  if (ours) return [alone('yaml-too-large', refused)]
  if (!/directive|incompatible YAML document/.test(refused)) return [alone('yaml-refused', refused)]
  const sentence = 'Kubernetes reads YAML 1.1 and refuses this directive. Take the line out.'
  return [alone('yaml-bad-directive', `${refused}. ${sentence}`)]
}

/** Whether something but blanks, comments and the sign of an end stands there. */
function isMore(rest: string): boolean {
  return /\S/.test(rest.replace(/^[ \t]*#.*$/gm, '').replace(/^\.\.\.[ \t]*$/gm, ''))
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
