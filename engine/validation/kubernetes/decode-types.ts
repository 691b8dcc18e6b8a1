import { byBytes } from '../../yaml/go/by-bytes.ts'
import type { JsonNode } from '../../yaml/go/json.ts'
import { type Decoded, type GoType, notStrict, type Place, type Unfit, unfit, wrongType } from './decode.ts'

/** A string; give the name of its type where it has one of its own: `text('v1.Protocol')`. */
export function text(goName = 'string'): GoType<string> {
  return plain(
    goName,
    '',
    node => (node.kind === 'string' ? node.value : undefined),
    given => (typeof given === 'string' ? given : given === null ? '' : unfit),
  )
}

export const bool: GoType<boolean> = plain(
  'bool',
  false,
  node => (node.kind === 'bool' ? node.value : undefined),
  given => (typeof given === 'boolean' ? given : given === null ? false : unfit),
)

/** Whole numbers of up to 32 bits. */
export const int32 = whole('int32', 0, 32, Number)
export const uint32 = whole('uint32', 0, 32, Number)
export const uint16 = whole('uint16', 0, 16, Number)
/** Go's `int`, which has 64 bits: what a number cannot hold exactly is rounded. */
export const int = whole('int', 0, 64, Number)
export const int64 = whole('int64', 0n, 64, it => it)
export const uint64 = whole('uint64', 0n, 64, it => it)

/** A whole number with a type of its own: `wholeNumber('time.Duration', 64)`. A minus is refused where the name says so. */
export function wholeNumber(goName: string, bits: number): GoType<bigint> {
  return whole(goName, 0n, bits, it => it)
}

export function float(goName = 'float64'): GoType<number> {
  return {
    goName,
    zero: () => 0,
    read(node, place, decoding, before) {
      if (node.kind === 'null') return before
      const value = node.kind === 'number' ? Number(node.literal) : Number.NaN
      if (Number.isFinite(value)) return value
      wrongType(node, place, decoding, goName, node.kind === 'number' ? `number ${node.literal}` : node.kind)
      return before
    },
    quick: given => (typeof given === 'number' ? given : given === null ? 0 : unfit),
  }
}

/** A slice; empty where there is nothing. Where nothing and an empty list differ, use `nilable`. */
export function list<T>(item: GoType<T>, goName = `[]${item.goName}`): GoType<readonly T[]> {
  return {
    goName,
    shape: { kind: 'list', of: () => item },
    zero: () => none,
    read(node, place, decoding, before) {
      if (node.kind === 'null') return []
      if (node.kind === 'array')
        return node.items.map((each, index) => item.read(each, within(place, index), decoding, item.zero()))
      wrongType(node, place, decoding, goName)
      return before
    },
    quick(given) {
      if (given === null) return none
      if (!Array.isArray(given)) return unfit
      const items: T[] = []
      for (const each of given) {
        const read = quickly(item, each)
        if (read === unfit) return unfit
        items.push(read)
      }
      return items
    },
  }
}

/** A map with strings as keys; empty where there is nothing. */
export function map<T>(value: GoType<T>, goName = `map[string]${value.goName}`): GoType<ReadonlyMap<string, T>> {
  const empty: ReadonlyMap<string, T> = new Map()
  return {
    goName,
    shape: { kind: 'map', of: () => value },
    zero: () => empty,
    read(node, place, decoding, before) {
      if (node.kind === 'null') return empty
      if (node.kind !== 'object') {
        wrongType(node, place, decoding, goName)
        return before
      }
      const entries = new Map<string, T>()
      for (const member of node.members) {
        const here = within(place, member.key)
        if (entries.has(member.key)) notStrict('duplicate-field', member.keyRange, here, decoding)
        entries.set(member.key, value.read(member.value, here, decoding, value.zero()))
      }
      return before.size === 0 ? entries : new Map([...before, ...entries])
    },
    quick(given) {
      if (given === null) return empty
      if (!isPlainObject(given)) return unfit
      const entries = new Map<string, T>()
      for (const key in given) {
        const read = quickly(value, given[key])
        if (read === unfit) return unfit
        entries.set(key, read)
      }
      return entries
    },
  }
}

/** A pointer: undefined where there is nothing, or null. */
export function pointer<T>(to: GoType<T>): GoType<T | undefined> {
  return nilable({ ...to, goName: `*${to.goName}` })
}

/** A list or a map that is undefined where there is nothing: Go's nil. */
export function nilable<T>(of: GoType<T>): GoType<T | undefined> {
  return {
    goName: of.goName,
    shape: { kind: 'pointer', of: () => of },
    zero: () => undefined,
    read: (node, place, decoding, before) =>
      node.kind === 'null' ? undefined : of.read(node, place, decoding, before ?? of.zero()),
    quick: given => (given === null ? undefined : quickly(of, given)),
  }
}

type Fields = Readonly<Record<string, GoType<unknown>>>
type Struct<F extends Fields> = { readonly [Name in keyof F]: Decoded<F[Name]> }

interface Field {
  readonly name: string
  readonly type: GoType<unknown>
  /** What errors call it: with the structs that it is embedded by. */
  readonly named: string
}

/** A struct by the JSON names of its fields. All fields are there in what it decodes into. */
export function struct<F extends Fields>(goName: string, fields: F): GoType<Struct<F>> {
  const name = goName.slice(goName.lastIndexOf('.') + 1)
  const known = new Map<string, Field>()
  for (const [field, type] of Object.entries(fields))
    known.set(field, { name: field, type, named: [...(type.via ?? []), field].join('.') })
  const folded = new Map([...known].map(([field, of]) => [field.toLowerCase(), of]))
  let nothing: Struct<F> | undefined
  return {
    goName,
    shape: { kind: 'struct', fields },
    zero() {
      nothing ??= Object.fromEntries(Object.entries(fields).map(([field, type]) => [field, type.zero()])) as Struct<F>
      return nothing
    },
    read(node, place, decoding, before) {
      if (node.kind === 'null') return before
      if (node.kind !== 'object') {
        wrongType(node, place, decoding, goName)
        return before
      }
      const value: Record<string, unknown> = { ...before }
      const met: Field[] = []
      for (const { key, keyRange, value: given } of node.members) {
        const field = known.get(key) ?? (decoding.ignoresCase ? folded.get(key.toLowerCase()) : undefined)
        const here: Place = { outer: place, step: key, struct: name, named: field?.named ?? '' }
        if (!field) {
          notStrict('unknown-field', keyRange, here, decoding)
          continue
        }
        if (met.includes(field)) notStrict('duplicate-field', keyRange, here, decoding)
        else met.push(field)
        value[field.name] = field.type.read(given, here, decoding, value[field.name])
      }
      return value as Struct<F>
    },
    quick(given) {
      if (given === null) return this.zero()
      if (!isPlainObject(given)) return unfit
      const value: Record<string, unknown> = { ...this.zero() }
      for (const key in given) {
        const field = known.get(key)
        if (!field) return unfit
        const read = quickly(field.type, given[key])
        if (read === unfit) return unfit
        value[key] = read
      }
      return value as Struct<F>
    },
  }
}

/** The fields of a struct that is embedded in another, to be spread into those of the other. */
export function embedded<F extends Fields>(name: string, fields: F): F {
  const within: Record<string, GoType<unknown>> = {}
  for (const [field, type] of Object.entries(fields)) within[field] = { ...type, via: [name, ...(type.via ?? [])] }
  return within as F
}

/** A type that holds itself. */
export function lazy<T>(goName: string, type: () => GoType<T>): GoType<T | undefined> {
  return {
    goName,
    shape: { kind: 'pointer', of: type },
    zero: () => undefined,
    read: (node, place, decoding, before) => pointer(type()).read(node, place, decoding, before),
    quick: given => (given === null ? undefined : quickly(type(), given)),
  }
}

/** Anything: kept as it is. Of `interface{}` and of raw JSON. */
export const anything: GoType<JsonNode | undefined> = {
  goName: 'interface {}',
  zero: () => undefined,
  read: node => (node.kind === 'null' ? undefined : node),
  quick: given => (given === null ? undefined : unfit),
}

/** The members of a map in Go's order, which is that of YAML's as well. */
export function inOrder<T>(entries: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...entries].sort(([a], [b]) => byBytes(a, b))
}

function plain<T>(
  goName: string,
  zero: T,
  take: (node: JsonNode) => T | undefined,
  quick: (given: unknown) => T | Unfit,
): GoType<T> {
  return {
    goName,
    quick,
    zero: () => zero,
    read(node, place, decoding, before) {
      if (node.kind === 'null') return before
      const value = take(node)
      if (value !== undefined) return value
      wrongType(node, place, decoding, goName)
      return before
    },
  }
}

function whole<T>(goName: string, zero: T, bits: number, of: (value: bigint) => T): GoType<T> {
  const signed = !goName.startsWith('uint')
  const [least, most] = [signed ? -(2 ** (bits - 1)) : 0, 2 ** (signed ? bits - 1 : bits) - 1]
  return {
    goName,
    quick(given) {
      if (given === null) return zero
      const fits = typeof given === 'number' && Number.isSafeInteger(given) && given >= least && given <= most
      return fits ? of(BigInt(given)) : unfit
    },
    zero: () => zero,
    read(node, place, decoding, before) {
      if (node.kind === 'null') return before
      if (node.kind !== 'number') {
        wrongType(node, place, decoding, goName)
        return before
      }
      const value = wholeIn(node.literal, bits, signed)
      if (value !== undefined) return of(value)
      wrongType(node, place, decoding, goName, `number ${node.literal}`)
      return before
    },
  }
}

/** A literal of JSON as a whole number; undefined where it is none, or does not fit. */
export function wholeIn(literal: string, bits: number, signed = true): bigint | undefined {
  if (literal.length > 40 || !(signed ? /^-?\d+$/ : /^\d+$/).test(literal)) return undefined
  const value = BigInt(literal)
  return (signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value)) === value ? value : undefined
}

function within(place: Place, step: string | number): Place {
  return { outer: place, step, struct: place.struct, named: '' }
}

const none: readonly never[] = []

function quickly<T>(type: GoType<T>, given: unknown): T | Unfit {
  return type.quick ? type.quick(given) : unfit
}

function isPlainObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}
