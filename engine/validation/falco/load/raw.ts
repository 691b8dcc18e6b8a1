import type { Path, Range } from '../../../yaml/range.ts'
import { readYaml, type YamlDocument, type YamlReading } from '../../../yaml/read-yaml.ts'
import type { MappedText, Place } from '../mapped-text.ts'
import type { RuleFile } from '../rule-set.ts'
import { scalarText } from '../scalar-text.ts'
import { type Notice, noticeOf } from './notice.ts'

/** YAML as Falco sees it: every scalar is text, nothing is a number yet. */
export type Raw = RawScalar | RawMap | RawSequence | { readonly kind: 'null'; readonly place: Place }

export interface RawScalar {
  readonly kind: 'scalar'
  readonly text: string
  readonly place: Place
  /** The text with the places of its words. */
  readonly mapped: MappedText
  readonly plain: boolean
}

export interface RawMap {
  readonly kind: 'map'
  readonly place: Place
  readonly entries: ReadonlyMap<string, { readonly key: Place; readonly value: Raw }>
}

export interface RawSequence {
  readonly kind: 'sequence'
  readonly place: Place
  readonly items: readonly Raw[]
}

export interface RawFile {
  readonly documents: readonly Raw[]
  readonly notices: readonly Notice[]
}

/** Reads a file's documents. With a fault in its YAML there are none, as in Falco. */
export function readRaw(file: RuleFile): RawFile {
  const { yaml, duplicates } = withoutDuplicates(file.text)
  const notices: Notice[] = []
  for (const { code, message, range, data } of yaml.findings) {
    const place = range && { file: file.name, ...range }
    notices.push({ code, falco: 'LOAD_ERR_YAML_PARSE', message, ...(place && { place }), data })
  }
  for (const { range, key, firstLine } of duplicates) {
    const message = `The key ${key} stands in this map already, on line ${firstLine}. Falco takes the first and drops this one. Take one of them out.`
    notices.push(noticeOf('falco-duplicate-key', message, { file: file.name, ...range }, { data: { key, firstLine } }))
  }
  const isSound = yaml.findings.length === 0
  return { documents: isSound ? yaml.documents.map(document => rawOf(document, file)) : [], notices }
}

interface Duplicate {
  readonly range: Range
  readonly key: string
  readonly firstLine: number
}

const hidden = '\uE000'

/**
 * Of two equal keys Falco takes the first, our YAML reader the last. So the later ones are renamed, in as many characters
 * that nobody types, and the text is read again.
 */
function withoutDuplicates(written: string): {
  readonly yaml: YamlReading
  readonly duplicates: readonly Duplicate[]
} {
  const yaml = readYaml(written)
  const duplicates: Duplicate[] = []
  let text = written
  for (const { code, range, data } of yaml.findings) {
    if (code !== 'yaml-duplicate-key' || !range || range.end === range.start) continue
    const name = String.fromCharCode(0xe001 + duplicates.length) + hidden.repeat(range.end - range.start - 1)
    text = text.slice(0, range.start) + name + text.slice(range.end)
    duplicates.push({ range, key: String(data.key), firstLine: Number(data.firstLine) })
  }
  return { yaml: duplicates.length === 0 ? yaml : readYaml(text), duplicates }
}

function rawOf(document: YamlDocument, { name: file, text: source }: RuleFile): Raw {
  const build = (value: unknown, path: Path): Raw => {
    const place: Place = { file, ...(document.rangeOf(path) ?? document.range) }
    if (value === null || value === undefined) return { kind: 'null', place }
    if (Array.isArray(value))
      return { kind: 'sequence', place, items: value.map((item, at) => build(item, [...path, at])) }
    if (typeof value === 'object') {
      const entries = new Map<string, { key: Place; value: Raw }>()
      for (const [key, inner] of Object.entries(value)) {
        if (/^[\uE001-\uE0FF]/.test(key)) continue
        const range = document.keyRangeOf([...path, key]) ?? place
        entries.set(key, { key: { file, start: range.start, end: range.end }, value: build(inner, [...path, key]) })
      }
      return { kind: 'map', place, entries }
    }
    const written = source.slice(place.start, place.end)
    const text = typeof value === 'string' ? value : written.startsWith('*') ? String(value) : written
    const plain = !/^["'|>!]/.test(written)
    return { kind: 'scalar', text, place, mapped: scalarText(text, source, place, file), plain }
  }
  return build(document.value, [])
}
