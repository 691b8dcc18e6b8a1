/** A flag as a component defines it. */
export interface Flag {
  readonly name: string
  readonly type: FlagType
  /** As its help prints it; empty for nothing. */
  readonly default: string
  /** What the component says when the flag is set, if it says something. */
  readonly deprecated?: string
  /** The help does not list it. */
  readonly hidden: boolean
  readonly shorthand?: string
}

/** How a flag's value is read. Several of these are called the same in a component's help. */
export type FlagType =
  | 'bool'
  | 'boolMap'
  | 'configurationMap'
  | 'duration'
  | 'float32'
  | 'float64'
  | 'gates'
  | 'int'
  | 'int32'
  | 'int64'
  | 'ip'
  | 'langleMap'
  | 'level'
  | 'multimap'
  | 'namedCertKey'
  | 'onePair'
  | 'pairMap'
  | 'portRange'
  | 'quantity'
  | 'reservedMemory'
  | 'sloppyIp'
  | 'string'
  | 'stringArray'
  | 'stringSlice'
  | 'stringToString'
  | 'taints'
  | 'uint'
  | 'version'
  | 'vmodule'

export type FlagTable = ReadonlyMap<string, Flag>

interface Written {
  /** Type → `name=default` or `name`, separated by blanks. */
  readonly types: Partial<Record<FlagType, string>>
  readonly deprecated?: readonly (readonly [message: string, names: string])[]
  readonly hidden?: string
}

const shorthands: Readonly<Record<string, string>> = { help: 'h', v: 'v' }

/** Flags by name, from how they are written down. */
export function flagTable({ types, deprecated = [], hidden = '' }: Written): FlagTable {
  const messages = new Map(deprecated.flatMap(([message, names]) => words(names).map(name => [name, message] as const)))
  const unlisted = new Set(words(hidden))
  const table = new Map<string, Flag>()
  for (const type of Object.keys(types) as FlagType[]) {
    for (const word of words(types[type] ?? '')) {
      const equals = word.indexOf('=')
      const name = equals < 0 ? word : word.slice(0, equals)
      const message = messages.get(name)
      table.set(name, {
        name,
        type,
        default: equals < 0 ? '' : word.slice(equals + 1),
        hidden: unlisted.has(name),
        ...(message !== undefined && { deprecated: message }),
        ...(shorthands[name] !== undefined && { shorthand: shorthands[name] }),
      })
    }
  }
  return table
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter(word => word !== '')
}
