import type { MappedText } from '../mapped-text.ts'
import { type NoticeOptions, refuse } from './notice.ts'
import type { Raw, RawMap, RawScalar } from './raw.ts'

/** Falco's helpers for the values of keys, with its words. Each refuses by ending the item. */
export function requiredScalar(item: RawMap, key: string): RawScalar {
  const entry = item.entries.get(key)
  if (!entry) refuse('falco-missing-key', `Item has no mapping for key '${key}'`, item.place, { data: { key } })
  const { value } = entry
  const options: NoticeOptions = { data: { key } }
  if (value.kind === 'null') refuse('falco-empty-value', `Mapping for key '${key}' is empty`, entry.key, options)
  if (value.kind !== 'scalar') refuse('falco-wrong-type', 'Value is not a scalar value', value.place, options)
  if (value.text === '') refuse('falco-empty-value', 'Value must be non-empty', value.place, options)
  return value
}

export function requiredText(item: RawMap, key: string): MappedText {
  return requiredScalar(item, key).mapped
}

const words: Readonly<Record<string, boolean>> = {
  y: true,
  yes: true,
  true: true,
  on: true,
  n: false,
  no: false,
  false: false,
  off: false,
}

/** YAML's words for true and false, in small letters, capitals, or with a capital first. */
export function optionalBool(item: RawMap, key: string): boolean | undefined {
  if (!item.entries.has(key)) return undefined
  const { text, place } = requiredScalar(item, key)
  const known = words[text.toLowerCase()]
  if (known !== undefined && /^(?:[a-z]+|[A-Z][a-z]*|[A-Z]+)$/.test(text)) return known
  refuse('falco-wrong-type', "Can't decode YAML scalar value", place, { data: { key, wanted: 'true or false' } })
}

export function optionalNumber(item: RawMap, key: string): void {
  if (!item.entries.has(key)) return
  const { text, place } = requiredScalar(item, key)
  if (/^\+?(?:\d+|0[xX][0-9a-fA-F]+)$/.test(text) && Number(text) < 2 ** 32) return
  refuse('falco-wrong-type', "Can't decode YAML scalar value", place, { data: { key, wanted: 'a whole number' } })
}

export function optionalScalars(item: RawMap, key: string): readonly RawScalar[] | undefined {
  const entry = item.entries.get(key)
  return entry && scalarsIn(entry.value, key)
}

export function requiredScalars(item: RawMap, key: string): readonly RawScalar[] {
  const found = optionalScalars(item, key)
  return found ?? refuse('falco-missing-key', `Item has no mapping for key '${key}'`, item.place, { data: { key } })
}

function scalarsIn(value: Raw, key: string): readonly RawScalar[] {
  const data = { key }
  if (value.kind !== 'sequence') refuse('falco-wrong-type', 'Value is not a sequence', value.place, { data })
  return value.items.map(item =>
    item.kind === 'scalar' ? item : refuse('falco-wrong-type', 'sequence value is not scalar', item.place, { data }),
  )
}
