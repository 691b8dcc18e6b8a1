import type { FlagTable } from './flag.ts'
import { type ParsedFlags, parseFlags } from './parse.ts'
import { setFlag } from './read-value.ts'
import type { Value } from './value.ts'

/** What a command line sets, with the defaults of what it leaves. A name that is no flag is a fault of ours. */
export interface Options {
  readonly parsed: ParsedFlags
  changed(name: string): boolean
  /** Text, an address, a range of ports. */
  text(name: string): string
  bool(name: string): boolean
  /** A whole number; nanoseconds of a duration. */
  whole(name: string): bigint
  number(name: string): number
  list(name: string): readonly string[]
  map(name: string): ReadonlyMap<string, string>
  multimap(name: string): ReadonlyMap<string, readonly string[]>
}

export function readOptions(words: readonly string[], table: FlagTable): Options {
  const parsed = parseFlags(words, table)
  const value = (name: string): Value | undefined => parsed.settings.get(name)?.value ?? defaultOf(name, table)
  const wrong = (name: string): never => {
    throw new Error(`--${name} has another type`)
  }
  return {
    parsed,
    changed: name => parsed.settings.has(name),
    text: name => {
      const it = value(name)
      return it === undefined ? '' : it.is === 'text' ? it.text : wrong(name)
    },
    bool: name => {
      const it = value(name)
      return it?.is === 'bool' ? it.bool : wrong(name)
    },
    whole: name => {
      const it = value(name)
      return it?.is === 'whole' ? it.whole : wrong(name)
    },
    number: name => {
      const it = value(name)
      return it?.is === 'number' ? it.number : wrong(name)
    },
    list: name => {
      const it = value(name)
      return it === undefined ? [] : it.is === 'list' ? it.list : wrong(name)
    },
    map: name => {
      const it = value(name)
      return it === undefined ? new Map() : it.is === 'map' ? it.map : wrong(name)
    },
    multimap: name => {
      const it = value(name)
      return it === undefined ? new Map() : it.is === 'multimap' ? it.multimap : wrong(name)
    },
  }
}

/** The default as a value; undefined where there is none. */
function defaultOf(name: string, table: FlagTable): Value | undefined {
  const flag = table.get(name)
  if (!flag) throw new Error(`--${name} is no flag of this component`)
  if (flag.default === '') return undefined
  const read = setFlag(flag.type, flag.default.replace(/^\[(.*)\]$/s, '$1'), undefined)
  if ('error' in read) throw new Error(`--${name} has a default that cannot be read`)
  return read.value
}
