import { eventParameters, isEventName } from './event-types.ts'
import { fieldTable } from './field-table.ts'

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

function typeOf(letter: string): FieldType {
  return letter in typeNames ? (letter as FieldType) : 'x'
}

const dotted = ['evt.rawarg', 'evt.arg', 'evt.type.is', 'thread.cgroup', 'evt.abspath'] as const
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
  const special = dotted.find(each => name === each || name.startsWith(`${each}.`) || isRun(name, each))
  if (special) return findDotted(special, name, bracket, shown)
  const spec = allFields().get(name)
  if (spec?.plugin) return pluginField(spec, bracket, shown)
  if (!spec) return pluginPrefix(name) ?? unknown(shown)
  if (bracket === undefined) return { spec, type: spec.type, key: name }
  if (spec.argument === 'none') return unknown(shown)
  if (byNumber.has(name) && !/^-?\d+$/.test(bracket)) return unknown(shown)
  return { spec, type: spec.type, key: shown, argument: bracket }
}

/** Finds the field that a text names, its bracket with it. */
export function findWritten(text: string): UsedField | FieldFault {
  const [, name, bracket] = /^([^[\]]*)(?:\[(.*)\])?$/s.exec(text) ?? []
  return name === undefined ? unknown(text) : findField(name, bracket)
}

/** `evt.argx`: Falco looks for the argument behind the name, and stumbles. */
function isRun(name: string, special: string): boolean {
  return (special === 'evt.rawarg' || special === 'evt.type.is') && name.startsWith(special)
}

function findDotted(special: (typeof dotted)[number], name: string, bracket: string | undefined, shown: string) {
  const spec = allFields().get(special)
  const rest = name.slice(special.length)
  if (!spec) return unknown(shown)
  const used = (argument: string, type = spec.type): UsedField => ({ spec, type, key: shown, argument })
  switch (special) {
    case 'evt.abspath':
      if (bracket !== undefined || !['', '.src', '.dst'].includes(rest)) return unknown(shown)
      return rest === '' ? { spec, type: spec.type, key: shown } : used(rest.slice(1))
    case 'thread.cgroup':
      if (rest === '') return faultyArgument(`filter syntax error: ${shown}`)
      return /^\.[a-zA-Z_]+$/.test(rest) && bracket === undefined ? used(rest.slice(1)) : unknown(shown)
    case 'evt.type.is':
      if (!rest.startsWith('.')) return faultyArgument(`filter syntax error: ${shown}`)
      return isEventName(rest.slice(1)) && bracket === undefined
        ? used(rest.slice(1))
        : faultyArgument(`unknown event type ${rest.slice(1)}`)
    case 'evt.arg':
      if (rest === '' && bracket !== undefined)
        return /^-?\d+$/.test(bracket) ? used(bracket) : faultyArgument(`${bracket} is not a valid number`)
      return parameter(rest, shown, bracket, used, 'c')
    case 'evt.rawarg':
      if (rest === '' && bracket !== undefined) return faultyArgument('evt.arg fields must be expressed explicitly')
      return parameter(rest, shown, bracket, used)
  }
}

function parameter(
  rest: string,
  shown: string,
  bracket: string | undefined,
  used: (argument: string, type: FieldType) => UsedField,
  asType?: FieldType,
): UsedField | FieldFault {
  if (!rest.startsWith('.')) return faultyArgument(`filter syntax error: ${shown}`)
  const written = rest.slice(1)
  const known = eventParameters()
  let longest = ''
  for (const name of known.keys()) if (name.length > longest.length && written.startsWith(name)) longest = name
  if (longest === '') return faultyArgument(`unknown event argument ${written}`)
  if (longest !== written || bracket !== undefined) return unknown(shown)
  return used(longest, asType ?? typeOf(known.get(longest) ?? 'x'))
}

function pluginField(spec: FieldSpec, bracket: string | undefined, shown: string): UsedField | FieldFault {
  if (spec.argument === 'required' && bracket === undefined) return needsArgument(shown, spec.name)
  if (spec.argument === 'none' && bracket !== undefined)
    return faultyArgument(
      `filter '${shown}': ${shown} does not allow nor require an argument but one is provided: ${bracket}`,
    )
  return { spec, type: spec.type, key: shown, ...(bracket === undefined ? {} : { argument: bracket }) }
}

/** `container.label.app`: the plugin finds `container.label` and misses its bracket. */
function pluginPrefix(name: string): FieldFault | undefined {
  let longest: FieldSpec | undefined
  for (const spec of allFields().values())
    if (spec.plugin && name.startsWith(spec.name) && spec.name.length > (longest?.name.length ?? 0)) longest = spec
  return longest?.argument === 'required' ? needsArgument(name, longest.name) : undefined
}

function needsArgument(shown: string, name: string): FieldFault {
  return faultyArgument(`filter '${shown}': ${name} requires an argument but none provided`)
}

function unknown(shown: string): FieldFault {
  return { kind: 'unknown', message: `filter_check called with nonexistent field ${shown}` }
}

function faultyArgument(message: string): FieldFault {
  return { kind: 'argument', message }
}
