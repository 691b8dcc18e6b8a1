import type { Finding } from '../../yaml/finding.ts'
import type { Path } from '../../yaml/range.ts'
import type { Fields, FieldType } from './fields.ts'
import { finding } from './finding-codes.ts'
import type { Flaw, TomlEntry, TomlTable, TomlValue } from './toml/value.ts'

/** The entries of a table by the names of its fields: exact first, then in any case, as go-toml finds them. */
export type Decoded = ReadonlyMap<string, TomlEntry>

export interface Decoding {
  readonly fields: Decoded
  /** In go-toml's words; `at` when it names a place. */
  readonly error?: { readonly words: string; readonly at?: number; readonly finding: Finding }
  readonly unknown: readonly { readonly key: string; readonly entry: TomlEntry }[]
}

const goTypes: Readonly<Record<FieldType, string>> = {
  string: 'string',
  int: 'int',
  bool: 'bool',
  strings: '[]string',
  table: 'map[string]interface {}',
}

/** Sorts a table's entries into a struct's fields and says which have a type that go-toml refuses. */
export function decodeTable(table: TomlTable, known: Fields, struct: string, path: Path): Decoding {
  const fields = new Map<string, TomlEntry>()
  const unknown: { key: string; entry: TomlEntry }[] = []
  let error: Decoding['error']
  for (const [key, entry] of table.entries) {
    const name = Object.hasOwn(known, key) ? key : key.toLowerCase()
    const field = Object.hasOwn(known, name) ? known[name] : undefined
    if (!field) {
      unknown.push({ key, entry })
      continue
    }
    fields.set(name, entry)
    const flaw = flawIn(entry.value, name === 'plugins')
    if (flaw && (error?.at === undefined || flaw.at < error.at)) {
      const words = `toml: ${flaw.words}`
      const range = { start: flaw.at, end: flaw.at + 1 }
      error = { words, at: flaw.at, finding: finding('containerd-toml-syntax', [...path, key], range, words) }
      continue
    }
    const wrong = mismatch(entry.value, field.type)
    if (!wrong || error) continue
    const target = wrong.item ? 'string' : goTypes[field.type]
    const { value } = wrong
    const words = wordsFor(value, wrong.found, target, `${struct}.${field.name}`)
    const { range } = value
    const placed = ['string', 'integer', 'boolean', 'float'].includes(wrong.found)
    const data = { found: wrong.found, type: target }
    error = {
      words,
      ...(placed && { at: range.start }),
      finding: finding('containerd-wrong-type', [...path, key], range, words, data),
    }
  }
  return { fields, unknown, ...(error && { error }) }
}

/** The first number that is none, also in lists, and in tables where each value is decoded. */
function flawIn(value: TomlValue, isDeep: boolean): Flaw | undefined {
  if ('flaw' in value && value.flaw) return value.flaw
  const inner =
    value.is === 'array'
      ? value.items
      : value.is === 'table' && isDeep
        ? [...value.entries.values()].map(it => it.value)
        : []
  let first: Flaw | undefined
  for (const item of inner) {
    const flaw = flawIn(item, isDeep)
    if (flaw && (!first || flaw.at < first.at)) first = flaw
  }
  return first
}

/** Go's word for what a type is. */
const kinds: Readonly<Record<string, string>> = { '[]string': 'slice', 'map[string]interface {}': 'map' }

/** go-toml has words of their own for some kinds of values. */
function wordsFor(value: TomlValue, found: string, target: string, field: string): string {
  if (value.is === 'boolean') return `toml: cannot assign boolean to a ${value.value}`
  if (value.is === 'float') return `toml: float cannot be assigned to ${kinds[target] ?? target}`
  return `toml: cannot decode TOML ${found} into struct field ${field} of type ${target}`
}

function mismatch(
  value: TomlValue,
  type: FieldType,
): { readonly found: string; readonly value: TomlValue; readonly item?: true } | undefined {
  const found = value.is === 'datetime' ? 'time' : value.is
  if (type === 'strings') {
    if (value.is !== 'array') return { found, value }
    const item = value.items.find(({ is }) => is !== 'string')
    return item && { found: item.is, value: item, item: true }
  }
  const wanted = { string: 'string', int: 'integer', bool: 'boolean', table: 'table' }[type]
  return value.is === wanted ? undefined : { found, value }
}

/** A string's value; empty where there is none. */
export function stringAt(fields: Decoded, name: string): string {
  const value = fields.get(name)?.value
  return value?.is === 'string' ? value.value : ''
}

export function trueAt(fields: Decoded, name: string): boolean {
  const value = fields.get(name)?.value
  return value?.is === 'boolean' && value.value
}

export function stringsAt(fields: Decoded, name: string): readonly (TomlValue & { readonly is: 'string' })[] {
  const value = fields.get(name)?.value
  return value?.is === 'array' ? value.items.flatMap(item => (item.is === 'string' ? [item] : [])) : []
}

export function tableAt(fields: Decoded, name: string): TomlTable | undefined {
  const value = fields.get(name)?.value
  return value?.is === 'table' ? value : undefined
}
