import { type JsonNode, parseJson } from '../../yaml/go/json.ts'
import { readGoYaml } from '../../yaml/go/read.ts'
import type { Path } from '../../yaml/range.ts'
import { type DecodeResult, decode, type GoType, wrongType } from '../kubernetes/decode.ts'
import { text } from '../kubernetes/decode-types.ts'
import { looksLikeJson } from '../kubernetes/read-object.ts'

/** A type for each of the two ways in which a text is tried. */
export interface EitherType<T> {
  readonly json: GoType<T>
  /** Texts in it are `looseText`. */
  readonly yaml: GoType<T>
}

/**
 * Decodes the first document of a text as Kubernetes' decoder for "YAML or JSON" does: what looks like JSON is tried as
 * JSON, and then as YAML all the same. Names of fields count whatever their case; fields that are not known are left out.
 */
export function decodeEither<T>(written: string, { json, yaml }: EitherType<T>): Either<T> {
  const first = looksLikeJson(written) ? ofJson(written, json) : undefined
  if (first && 'value' in first) return first
  const second = ofYaml(written, yaml)
  return 'value' in second || !first ? second : first
}

/** `path`: where a value is wrong. */
type Either<T> = { readonly value: T } | { readonly refused: string; readonly path?: Path }

function ofJson<T>(written: string, type: GoType<T>): Either<T> {
  const parsed = firstOf(written)
  if ('node' in parsed) return result(decode(type, parsed.node, { ignoresCase: true }), '')
  const { error, at } = parsed
  if (at >= written.length) return { refused: 'unexpected EOF' }
  return { refused: `json: offset ${new TextEncoder().encode(written.slice(0, at)).length + 1}: ${error}` }
}

/** What follows the first value is not looked at. */
function firstOf(written: string): ReturnType<typeof parseJson> {
  const parsed = parseJson(written)
  const goesOn = 'error' in parsed && parsed.error.endsWith('after top-level value')
  return goesOn ? parseJson(written.slice(0, parsed.at)) : parsed
}

function ofYaml<T>(written: string, type: GoType<T>): Either<T> {
  const document = firstDocument(written)
  if ('refused' in document) return document
  const read = readGoYaml(document.text)
  if ('refused' in read) return { refused: `error converting YAML to JSON: ${read.refused}` }
  const before = 'error unmarshaling JSON: while decoding JSON: '
  return result(decode(type, read.node, { ignoresCase: true }), before)
}

/** Documents are parted by their lines, before anything is read as YAML. */
function firstDocument(written: string): { readonly text: string } | { readonly refused: string } {
  let text = ''
  const lines = written.split('\n')
  if (lines.at(-1) === '') lines.pop()
  for (const line of lines.map(it => it.replace(/\r$/, ''))) {
    if (line.startsWith('---')) {
      const rest = line.slice(3).trim()
      if (rest !== '' && !rest.startsWith('#')) return { refused: `invalid Yaml document separator: ${rest}` }
      if (text !== '') return { text }
    }
    text += `${line}\n`
  }
  return text === '' ? { refused: 'EOF' } : { text }
}

function result<T>({ value, error }: DecodeResult<T>, before: string): Either<T> {
  return error ? { refused: `${before}${error.message}`, path: error.path } : { value }
}

/** A text that may be written as a number or as true and false, as that reader of YAML takes it. */
export const looseText: GoType<string> = {
  ...text(),
  read(node, place, decoding, before) {
    if (node.kind === 'null') return before
    const written = textOf(node)
    if (written === undefined) wrongType(node, place, decoding, 'string')
    return written ?? before
  },
}

function textOf(node: JsonNode): string | undefined {
  if (node.kind === 'string') return node.value
  if (node.kind === 'number') return node.literal
  return node.kind === 'bool' ? String(node.value) : undefined
}
