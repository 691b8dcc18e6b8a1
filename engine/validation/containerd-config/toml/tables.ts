import type { Range } from '../../../yaml/range.ts'
import type { TomlEntry, TomlError, TomlTable, TomlValue } from './value.ts'

export interface Key {
  readonly name: string
  readonly range: Range
}

interface OpenTable extends TomlTable {
  range: Range
  readonly entries: Map<string, OpenEntry>
  /** By a header of its own, or closed by the next header: no key may be added from outside. */
  explicit: boolean
  /** Made by a dotted key; the next header closes it. */
  dotted: boolean
}

interface OpenEntry extends TomlEntry {
  key: Range
  value: TomlValue | OpenTable
}

/** The tables of a text while it is read. */
export interface Tables {
  readonly root: OpenTable
  current: OpenTable
  /** Tables that are still being written, by entry: values and inline tables are not among them. */
  readonly open: WeakSet<object>
  /** Arrays of tables, by their entry. */
  readonly arrays: WeakMap<object, TomlValue[]>
}

export function startTables(text: string): Tables {
  return openTable(text, 0)
}

/** The root of a text, or of the inline table at an offset. */
export function openTable(text: string, at: number): Tables {
  const open = new WeakSet<object>()
  const root = newTable({ start: at, end: Math.min(at + 1, text.length) }, open)
  return { root, current: root, open, arrays: new WeakMap() }
}

function newTable(range: Range, open: WeakSet<object>): OpenTable {
  const table: OpenTable = { is: 'table', range, entries: new Map(), explicit: false, dotted: false }
  open.add(table)
  return table
}

/** `[a.b.c]` and `[[a.b.c]]`: what follows goes there. The words are those of go-toml's tracker. */
export function openHeader(
  tables: Tables,
  keys: readonly Key[],
  isArray: boolean,
  range: Range,
): TomlError | undefined {
  closeDotted(tables.current, tables)
  const last = keys.at(-1)
  if (!last) return undefined
  let parent = tables.root
  for (const key of keys.slice(0, -1)) {
    const found = tableIn(tables, parent, key, range)
    if (!found) return wrong(`expected ${key.name} to be a table, not a value`, key)
    parent = found
  }
  const entry = parent.entries.get(last.name)
  const list = entry && tables.arrays.get(entry)
  if (isArray) {
    const table = newTable(range, tables.open)
    if (list) list.push(table)
    else if (entry)
      return wrong(`key ${kindOf(tables, entry)} already exists as a ${last.name},  but should be an array table`, last)
    else {
      const items: TomlValue[] = [table]
      const made: OpenEntry = { key: last.range, value: { is: 'array', items, range } }
      tables.arrays.set(made, items)
      parent.entries.set(last.name, made)
    }
    tables.current = table
    return undefined
  }
  if (!entry) {
    const table = newTable(range, tables.open)
    table.explicit = true
    parent.entries.set(last.name, { key: last.range, value: table })
    tables.current = table
    return undefined
  }
  const table = list ? undefined : openIn(tables, entry)
  if (!table) return wrong(`key ${last.name} should be a table, not a ${kindOf(tables, entry)}`, last)
  if (table.explicit) return wrong(`table ${last.name} already exists`, last)
  table.explicit = true
  table.range = range
  entry.key = last.range
  tables.current = table
  return undefined
}

/** `a.b = value` in the open table. */
export function put(tables: Tables, keys: readonly Key[], value: TomlValue): TomlError | undefined {
  let parent = tables.current
  for (const [index, key] of keys.entries()) {
    const entry = parent.entries.get(key.name)
    if (index === keys.length - 1) {
      if (entry) return wrong(`key ${key.name} is already defined`, key)
      parent.entries.set(key.name, { key: key.range, value })
      return undefined
    }
    if (!entry) {
      const table = newTable(key.range, tables.open)
      table.dotted = true
      parent.entries.set(key.name, { key: key.range, value: table })
      parent = table
      continue
    }
    const table = tables.arrays.has(entry) ? undefined : openIn(tables, entry)
    if (!table) return wrong(`expected ${key.name} to be a table, not a ${kindOf(tables, entry)}`, key)
    if (table.explicit) return wrong(`cannot redefine table ${key.name} that has already been explicitly defined`, key)
    parent = table
  }
  return undefined
}

function tableIn(tables: Tables, parent: OpenTable, key: Key, range: Range): OpenTable | undefined {
  const entry = parent.entries.get(key.name)
  if (!entry) {
    const table = newTable(range, tables.open)
    parent.entries.set(key.name, { key: key.range, value: table })
    return table
  }
  const newest = tables.arrays.get(entry)?.at(-1)
  return newest ? asOpen(tables, newest) : openIn(tables, entry)
}

function openIn(tables: Tables, { value }: OpenEntry): OpenTable | undefined {
  return asOpen(tables, value)
}

function asOpen({ open }: Tables, value: TomlValue | OpenTable): OpenTable | undefined {
  return value.is === 'table' && 'explicit' in value && open.has(value) ? value : undefined
}

function closeDotted(table: OpenTable, tables: Tables): void {
  for (const entry of table.entries.values()) {
    const inner = openIn(tables, entry)
    if (!inner) continue
    if (inner.dotted) {
      inner.explicit = true
      inner.dotted = false
    }
    closeDotted(inner, tables)
  }
}

function kindOf(tables: Tables, entry: OpenEntry): string {
  if (tables.arrays.has(entry)) return 'array table'
  return openIn(tables, entry) ? 'table' : 'value'
}

function wrong(words: string, { range }: Key): TomlError {
  return { words: `toml: ${words}`, range }
}
