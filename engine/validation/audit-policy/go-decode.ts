import type { Finding } from '../../yaml/finding.ts'
import type { Path, Range } from '../../yaml/range.ts'

/** Where a value stands, and how Go's JSON decoder speaks of it. */
export interface At {
  readonly path: Path
  /** The type that the field belongs to: `PolicyRule`. */
  readonly owner: string
  /** JSON names from the root, without indexes: `rules.users`. */
  readonly trail: string
}

/** Fields by their JSON name. Names are matched exactly. */
export type Fields = Readonly<Record<string, (value: unknown, at: At) => void>>

export interface GoDecoder {
  /** In the order in which the API server meets them. */
  readonly findings: Finding[]
  /** Go's zero value where there is null or another type; the latter with a finding. */
  string(value: unknown, at: At, type?: string): string
  boolean(value: unknown, at: At): boolean | undefined
  list(value: unknown, at: At, type: string, item: (value: unknown, at: At) => void): void
  strings(value: unknown, at: At, type?: string): readonly string[]
  /** Every value of a map of strings. */
  stringMap(value: unknown, at: At): void
  struct(value: unknown, at: At, name: string, type: string, fields: Fields): void
}

/**
 * Decodes values into Go types as `sigs.k8s.io/json` does in strict mode. `order` sorts a map's keys: YAML reaches the
 * decoder with sorted keys, JSON as it is written.
 */
export function goDecoder(
  rangeOf: (path: Path) => Range | undefined,
  keyRangeOf: (path: Path) => Range | undefined,
  order: (keys: readonly string[]) => readonly string[],
): GoDecoder {
  const findings: Finding[] = []
  const at = (path: Path, range: Range | undefined) => (range ? { path, range } : { path })

  const wrongType = (value: unknown, { path, owner, trail }: At, type: string) => {
    const found = jsonKind(value)
    const message = `json: cannot unmarshal ${found} into Go struct field ${owner}.${trail} of type ${type}`
    findings.push({ code: 'wrong-type', severity: 'error', ...at(path, rangeOf(path)), message, data: { found, type } })
  }
  const unknownField = (path: Path) => {
    const field = fieldName(path)
    const message = `unknown field "${field}"`
    findings.push({
      code: 'unknown-field',
      severity: 'warning',
      ...at(path, keyRangeOf(path)),
      message,
      data: { field },
    })
  }

  const decoder: GoDecoder = {
    findings,
    string(value, at, type = 'string') {
      if (typeof value === 'string') return value
      if (value !== null) wrongType(value, at, type)
      return ''
    },
    boolean(value, at) {
      if (typeof value === 'boolean') return value
      if (value !== null) wrongType(value, at, 'bool')
      return undefined
    },
    list(value, at, type, item) {
      if (value === null) return
      if (!Array.isArray(value)) return wrongType(value, at, `[]${type}`)
      value.forEach((each: unknown, index) => {
        item(each, { ...at, path: [...at.path, index] })
      })
    },
    strings(value, at, type = 'string') {
      const read: string[] = []
      decoder.list(value, at, type, (each, place) => {
        if (each === null || typeof each === 'string') read.push(each ?? '')
        else wrongType(each, place, type)
      })
      return read
    },
    stringMap(value, at) {
      if (value === null) return
      if (!isMap(value)) return wrongType(value, at, 'map[string]string')
      for (const key of order(Object.keys(value)))
        decoder.string(value[key], { ...at, path: [...at.path, key], trail: `${at.trail}.${key}` })
    },
    struct(value, at, name, type, fields) {
      if (value === null) return
      if (!isMap(value)) return wrongType(value, at, type)
      for (const key of order(Object.keys(value))) {
        const path = [...at.path, key]
        const field = Object.hasOwn(fields, key) ? fields[key] : undefined
        if (field) field(value[key], { path, owner: name, trail: at.trail === '' ? key : `${at.trail}.${key}` })
        else unknownField(path)
      }
    },
  }
  return decoder
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What Go calls a JSON value in its errors. */
export function jsonKind(value: unknown): 'array' | 'object' | 'number' | 'string' | 'bool' {
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'string') return 'string'
  return typeof value === 'boolean' ? 'bool' : 'object'
}

/** `rules[0].resources[1].verbs` */
export function fieldName(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('')
}
