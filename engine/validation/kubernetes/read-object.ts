import type { Finding } from '../../yaml/finding.ts'
import type { DuplicateKey } from '../../yaml/go/decode.ts'
import { type JsonNode, parseJson } from '../../yaml/go/json.ts'
import { duplicateWords, readGoYaml } from '../../yaml/go/read.ts'
import { readingFindings, refusalFindings } from '../../yaml/kubernetes-document.ts'
import type { Range } from '../../yaml/range.ts'
import { type DecodeProblem, type DecodeResult, decode, type GoType } from './decode.ts'

/** A text as Kubernetes' serializers take it: JSON where it begins with a brace, else YAML. */
export type ObjectText =
  | {
      readonly node: JsonNode
      readonly isJson: boolean
      /** Keys that stand twice in YAML; those of JSON are found when it is decoded. */
      readonly duplicates: readonly DuplicateKey[]
      /** The offset of what follows the object. */
      readonly end: number
    }
  | {
      /** Kubernetes' words; one sentence of ours where a limit of ours was met (`ours`). */
      readonly refused: string
      readonly ours: boolean
      readonly isJson: boolean
      readonly range: Range
    }

/** Whether a text is taken for JSON. */
export function looksLikeJson(text: string): boolean {
  return /^[ \t\r\n\v\f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*\{/.test(text)
}

/** Reads the text of an object; only the first document counts. */
export function readObjectText(text: string): ObjectText {
  if (!looksLikeJson(text)) {
    const reading = readGoYaml(text)
    if ('refused' in reading) return { ...reading, isJson: false }
    return { ...reading, isJson: false }
  }
  const parsed = parseJson(text)
  if ('node' in parsed) return { node: parsed.node, isJson: true, duplicates: [], end: text.length }
  const range = { start: parsed.at, end: Math.min(parsed.at + 1, text.length) }
  const refused = `couldn't get version/kind; json parse error: ${parsed.error}`
  return { refused, ours: false, isJson: true, range }
}

/** What is to be said of a text as YAML, whatever it is about; of JSON there is nothing. */
export function yamlFindings(text: string, read: ObjectText): readonly Finding[] {
  if (read.isJson) return []
  return 'refused' in read ? refusalFindings(text, { ...read, duplicates: [] }) : readingFindings(text, read)
}

/** What a strict decoder says of fields that it does not know or that stand twice; undefined where there are none. */
export function strictWords(
  duplicates: readonly DuplicateKey[],
  strict: readonly Pick<DecodeProblem, 'message'>[],
): string | undefined {
  const twice = duplicateWords(duplicates)
  const words = [...(twice === undefined ? [] : [twice]), ...strict.map(({ message }) => message)]
  return words.length === 0 ? undefined : `strict decoding error: ${words.join(', ')}`
}

export interface ObjectReading<T> extends DecodeResult<T> {
  readonly node: JsonNode
  readonly isJson: boolean
  readonly duplicates: readonly DuplicateKey[]
  /** `strict decoding error: …`; undefined where a strict decoder takes the object. */
  readonly strictError?: string
}

/**
 * Reads and decodes an object of a type that is known. What its apiVersion and kind say is for the caller to look at,
 * before: `readObjectText` and `decode` are the two halves.
 */
export function readObject<T>(
  type: GoType<T>,
  text: string,
): ObjectReading<T> | Extract<ObjectText, { refused: string }> {
  const read = readObjectText(text)
  if ('refused' in read) return read
  const decoded = decode(type, read.node)
  const strictError = strictWords(read.duplicates, decoded.strict)
  return { ...read, ...decoded, ...(strictError !== undefined && { strictError }) }
}
