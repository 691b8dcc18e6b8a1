import { fieldTable } from './field-table.ts'
import { findSpecial } from './special-fields.ts'

export const typeNames = {
  c: 'CHARBUF',
  u: 'UINT64',
  v: 'UINT32',
  i: 'INT64',
  j: 'INT32',
  k: 'INT16',
  r: 'RELTIME',
  a: 'ABSTIME',
  b: 'BOOL',
  d: 'DOUBLE',
  p: 'IPADDR',
  n: 'IPNET',
  o: 'PORT',
  y: 'BYTEBUF',
  f: 'FLAGS32',
  m: 'MODE',
  x: 'DYNAMIC',
} as const
export type FieldType = keyof typeof typeNames

/** A field as Falco's table has it. */
export interface FieldSpec {
  readonly name: string
  readonly type: FieldType
  readonly isList: boolean
  readonly onlyInConditions: boolean
  readonly notOnTheRight: boolean
  readonly noTransformer: boolean
  readonly deprecated: boolean
  /** Not in Falco's own list of fields. */
  readonly hidden: boolean
  /** Of the container plugin. */
  readonly plugin: boolean
  readonly argument: 'none' | 'optional' | 'required'
}

/** A field as a condition or an output uses it. */
export interface UsedField {
  readonly spec: FieldSpec
  /** Its own type: the parameter's for `evt.rawarg`. */
  readonly type: FieldType
  /** Under this an event has it: `proc.aname[2]`, `evt.arg.flags`. */
  readonly key: string
  /** What stands in brackets, or behind the dot. */
  readonly argument?: string
}

export type FieldFault =
  | { readonly kind: 'unknown'; readonly message: string }
  | { readonly kind: 'argument'; readonly message: string }

let table: ReadonlyMap<string, FieldSpec> | undefined

/** All fields of Falco 0.44.1's syscall source by name, in its own order. */
export function allFields(): ReadonlyMap<string, FieldSpec> {
  table ??= readTable()
  return table
}

function readTable(): ReadonlyMap<string, FieldSpec> {
  const fields = new Map<string, FieldSpec>()
  let prefix = ''
  for (const word of fieldTable.trim().split(/\s+/)) {
    const [name = '', marks] = word.split(':')
    if (marks === undefined) prefix = name
    else fields.set(prefix + name, specOf(prefix + name, marks))
  }
  return fields
}

function specOf(name: string, marks: string): FieldSpec {
  const flags = marks.slice(1)
  return {
    name,
    type: typeOf(marks.charAt(0)),
    isList: flags.includes('L'),
    onlyInConditions: flags.includes('F'),
    notOnTheRight: flags.includes('R'),
    noTransformer: flags.includes('T'),
    deprecated: flags.includes('D'),
    hidden: flags.includes('H'),
    plugin: flags.includes('G'),
    argument: flags.includes('A') ? 'required' : flags.includes('O') ? 'optional' : 'none',
  }
}

export function typeOf(letter: string): FieldType {
  return letter in typeNames ? (letter as FieldType) : 'x'
}

/** Fields whose bracket holds a level of ancestors or a position: a whole number. */
const byNumber = new Set([
  'proc.apid',
  'proc.aname',
  'proc.aexe',
  'proc.aexepath',
  'proc.acmdline',
  'proc.args',
  'proc.aargs',
])

/** Finds the field that a name with its bracket means. Messages are Falco's. */
export function findField(name: string, bracket?: string): UsedField | FieldFault {
  const shown = bracket === undefined ? name : `${name}[${bracket}]`
  const special = findSpecial(shown)
  if (special) return special
  const spec = allFields().get(name)
  if (spec?.plugin) return pluginField(spec, bracket, shown)
  if (!spec) return pluginPrefix(name) ?? unknown(shown)
  if (bracket === undefined) return { spec, type: spec.type, key: name }
  if (spec.argument === 'none') return unknown(shown)
  if (byNumber.has(name) && !/^\s*[+-]?\d+$/.test(bracket)) return unknown(shown)
  return { spec, type: spec.type, key: shown, argument: bracket }
}

/** Finds the field that a text names, its bracket with it. */
export function findWritten(text: string): UsedField | FieldFault {
  const [, name, bracket] = /^([^[\]]*)(?:\[(.*)\])?$/s.exec(text) ?? []
  return name === undefined ? unknown(text) : findField(name, bracket)
}

function pluginField(spec: FieldSpec, bracket: string | undefined, shown: string): UsedField | FieldFault {
  if (spec.argument === 'required' && bracket === undefined) return needsArgument(shown, spec.name)
  if (spec.argument === 'none' && bracket !== undefined)
    return faultyArgument(
      `filter '${shown}': ${shown} does not allow nor require an argument but one is provided: ${bracket}`,
    )
  return { spec, type: spec.type, key: shown, ...(bracket === undefined ? {} : { argument: bracket }) }
}

let plugins: readonly FieldSpec[] | undefined

/** `container.label.app`: the plugin finds `container.label` and misses its bracket. */
function pluginPrefix(name: string): FieldFault | undefined {
  let longest: FieldSpec | undefined
  plugins ??= [...allFields().values()].filter(({ plugin }) => plugin)
  for (const spec of plugins)
    if (name.startsWith(spec.name) && spec.name.length > (longest?.name.length ?? 0)) longest = spec
  return longest?.argument === 'required' ? needsArgument(name, longest.name) : undefined
}

function needsArgument(shown: string, name: string): FieldFault {
  return faultyArgument(`filter '${shown}': ${name} requires an argument but none provided`)
}

export function unknown(shown: string): FieldFault {
  return { kind: 'unknown', message: `filter_check called with nonexistent field ${shown}` }
}

export function faultyArgument(message: string): FieldFault {
  return { kind: 'argument', message }
}
