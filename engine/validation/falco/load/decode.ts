import { decodeBool, decodeUnsigned } from '../../../yaml/cpp/convert.ts'
import { type Context, within } from './context.ts'
import { type NoticeOptions, refuse } from './notice.ts'
import type { RawMap, RawScalar } from './raw.ts'

/** Falco's helpers for the values of keys, with its words. Each refuses by ending the item. */
export function requiredScalar(item: RawMap, key: string, context: Context): RawScalar {
  const entry = item.entries.get(key)
  if (!entry)
    refuse('falco-missing-key', `Item has no mapping for key '${key}'`, context, { data: { key }, place: item.place })
  const { value } = entry
  const data = { key }
  if (value.kind === 'null')
    refuse('falco-empty-value', `Mapping for key '${key}' is empty`, context, { data, place: entry.key.place })
  const inner = valueContext(item, key, context)
  const options: NoticeOptions = { data, place: value.place }
  if (value.kind !== 'scalar') refuse('falco-wrong-type', 'Value is not a scalar value', inner, options)
  if (value.text === '') refuse('falco-empty-value', 'Value must be non-empty', inner, options)
  return value
}

export function valueContext(item: RawMap, key: string, context: Context): Context {
  const value = item.entries.get(key)?.value
  return value ? within(context, 'value for', key, value.mark) : context
}

export function requiredBool(item: RawMap, key: string, context: Context): boolean {
  const { text, place } = requiredScalar(item, key, context)
  return (
    decodeBool(text) ??
    refuse('falco-wrong-type', "Can't decode YAML scalar value", valueContext(item, key, context), {
      data: { key, wanted: 'true or false' },
      place,
    })
  )
}

export function optionalBool(item: RawMap, key: string, context: Context): boolean | undefined {
  return item.entries.has(key) ? requiredBool(item, key, context) : undefined
}

/** Only `capture_duration` is one, and nothing here counts on it. */
export function checkNumber(item: RawMap, key: string, context: Context): void {
  const { text, place } = requiredScalar(item, key, context)
  if (decodeUnsigned(text) !== undefined) return
  refuse('falco-wrong-type', "Can't decode YAML scalar value", valueContext(item, key, context), {
    data: { key, wanted: 'a whole number' },
    place,
  })
}

export function optionalScalars(item: RawMap, key: string, context: Context): readonly RawScalar[] | undefined {
  const entry = item.entries.get(key)
  if (!entry) return undefined
  const { value } = entry
  const data = { key }
  const inner = valueContext(item, key, context)
  if (value.kind !== 'sequence')
    refuse('falco-wrong-type', 'Value is not a sequence', inner, { data, place: value.place })
  return value.items.map(each => {
    if (each.kind === 'scalar') return each
    const at = within(inner, 'list item', '', each.mark)
    return refuse('falco-wrong-type', 'sequence value is not scalar', at, { data, place: each.place })
  })
}

export function requiredScalars(item: RawMap, key: string, context: Context): readonly RawScalar[] {
  const found = optionalScalars(item, key, context)
  if (found) return found
  const message = `Item has no mapping for key '${key}'`
  return refuse('falco-missing-key', message, context, { data: { key }, place: item.place })
}
