import { byBytes } from '../../yaml/go/by-bytes.ts'
import { jsonString } from '../../yaml/go/json-text.ts'

/**
 * A value as Go's `encoding/json` writes it, which escapes what HTML might take amiss. An object is a Go struct, whose
 * fields stay in order; a Map is a Go map, whose keys are sorted. `undefined` is nil.
 */
export function goJson(value: unknown): string {
  if (value === undefined || value === null) return 'null'
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return `[${value.map(goJson).join(',')}]`
  if (value instanceof Map) return members([...value].sort(([a], [b]) => byBytes(String(a), String(b))))
  if (typeof value === 'object') return members(Object.entries(value).filter(([, it]) => it !== undefined))
  return typeof value === 'string' ? jsonString(value) : String(value)
}

function members(entries: readonly (readonly [unknown, unknown])[]): string {
  return `{${entries.map(([key, value]) => `${goJson(String(key))}:${goJson(value)}`).join(',')}}`
}
