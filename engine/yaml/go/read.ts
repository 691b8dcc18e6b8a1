import { isTooLarge } from '../limits.ts'
import type { Range } from '../range.ts'
import { type DuplicateKey, decode } from './decode.ts'
import type { JsonNode } from './json.ts'
import { parseDocument } from './parse.ts'
import { Refused } from './refused.ts'
import { toJson } from './to-json.ts'

/** What Go makes of a text of YAML. */
export type GoYamlReading =
  | {
      /** The first document as JSON, with the places of its values; `null` where there is none. */
      readonly node: JsonNode
      /** In the order in which Go meets them. An error only where it decodes strictly. */
      readonly duplicates: readonly DuplicateKey[]
      /** Where what follows the document begins: nothing of it is read. */
      readonly end: number
    }
  | GoYamlRefusal

export interface GoYamlRefusal {
  /**
   * The whole error of `sigs.k8s.io/yaml`: `yaml: line 3: did not find expected key`. One sentence of ours where a limit
   * of ours was met (`ours`), which the real reader would have read on over.
   */
  readonly refused: string
  readonly ours: boolean
  /** Where the reader stopped: one character. */
  readonly range: Range
  /** What was met before it was refused for what JSON has not. */
  readonly duplicates: readonly DuplicateKey[]
}

/**
 * Reads a text as sigs.k8s.io/yaml v1.6.0 does, and so nearly everything of Kubernetes: its verdicts, its values (`y` is
 * true, `0400` is 256) and its words. Never throws. Bytes that are no UTF-8 are the lone surrogates U+DC80 to U+DCFF.
 *
 * The editor has `readYaml`, which says more of what is wrong and goes on behind an error; here Go decides.
 */
export function readGoYaml(text: string): GoYamlReading {
  if (isTooLarge(text)) return refusal(new Refused('This file is larger than 1 MiB. Make it smaller.', 0, true))
  let duplicates: readonly DuplicateKey[] = []
  try {
    const { root, end } = parseDocument(text)
    if (!root) return { node: { kind: 'null', range: { start: 0, end: 0 } }, duplicates, end }
    const decoded = decode(root)
    duplicates = decoded.duplicates
    return { node: toJson(decoded.value), duplicates, end }
  } catch (thrown) {
    if (thrown instanceof Refused) return refusal(thrown, duplicates)
    throw thrown
  }
}

function refusal({ words, at, ours }: Refused, duplicates: readonly DuplicateKey[] = []): GoYamlRefusal {
  return { refused: words, ours, range: { start: at, end: at + 1 }, duplicates }
}

/** What the strict reader says of keys that stand twice: several lines. Undefined where there are none. */
export function duplicateWords(duplicates: readonly DuplicateKey[]): string | undefined {
  if (duplicates.length === 0) return undefined
  const lines = duplicates.map(({ line, shown }) => `  line ${line}: key ${shown} already set in map`)
  return ['yaml: unmarshal errors:', ...lines].join('\n')
}
