import { plainValue } from '../../yaml/go/json-text.ts'
import type { GoType } from './decode.ts'
import { inOrder } from './decode-types.ts'

type Encode = (value: unknown) => unknown

/**
 * A decoded value as Go's encoder writes it into JSON: what is empty is left out (`omitempty`), but for the fields that
 * are always there. Whole numbers of 64 bits become numbers.
 */
export function encode<T>(type: GoType<T>, value: T): unknown {
  return encoderOf(type)(value)
}

/** Fields that are written even where they are empty, and can be so after validation. */
const alwaysThere: Readonly<Record<string, readonly string[]>> = {
  'v1.Sysctl': ['value'],
  'v1.HTTPHeader': ['value'],
  'v1.ISCSIVolumeSource': ['lun'],
  'v1.ProjectedVolumeSource': ['sources'],
  'v1.SleepAction': ['seconds'],
  'v1.Container': ['name'],
  'v1.PodSpec': ['containers'],
  'v1.ScaleIOVolumeSource': ['secretRef'],
}

const encoders = new WeakMap<object, Encode>()

function encoderOf(type: GoType<unknown>): Encode {
  const known = encoders.get(type)
  if (known) return known
  const made = makeEncoder(type)
  encoders.set(type, made)
  return made
}

function makeEncoder(type: GoType<unknown>): Encode {
  const { shape } = type
  if (!shape) return leaf
  if (shape.kind === 'struct') return structEncoder(type.goName, shape.fields)
  let inner: Encode | undefined
  const of: Encode = value => {
    inner ??= encoderOf(shape.of())
    return inner(value)
  }
  if (shape.kind === 'pointer') return value => (value === undefined ? undefined : of(value))
  if (shape.kind === 'list') return value => (Array.isArray(value) ? value.map(of) : [])
  return value => Object.fromEntries(value instanceof Map ? inOrder(value).map(([key, each]) => [key, of(each)]) : [])
}

function structEncoder(goName: string, fields: Readonly<Record<string, GoType<unknown>>>): Encode {
  const always = alwaysThere[goName.replace(/^\*/, '')] ?? []
  const plan = Object.entries(fields).map(([name, type]) => {
    const { shape } = type
    const isPointer = shape?.kind === 'pointer'
    return {
      name,
      encodeField: encoderOf(type),
      mayBeEmpty: always.includes(name) || (isPointer && !isCollection(type)),
    }
  })
  return value => {
    const encoded: Record<string, unknown> = {}
    if (typeof value !== 'object' || value === null) return encoded
    for (const { name, encodeField, mayBeEmpty } of plan) {
      const given: unknown = value[name as keyof typeof value]
      if (given === undefined ? !always.includes(name) : !mayBeEmpty && isEmpty(given)) continue
      const isNil = given === undefined || (Array.isArray(given) && given.length === 0)
      encoded[name] = mayBeEmpty && isNil ? null : encodeField(given)
    }
    return encoded
  }
}

/** A list or a map that is nil where there is nothing. */
function isCollection({ shape }: GoType<unknown>): boolean {
  if (shape?.kind !== 'pointer') return false
  const kind = shape.of().shape?.kind
  return kind === 'list' || kind === 'map'
}

function isEmpty(value: unknown): boolean {
  if (value === '' || value === 0 || value === 0n || value === false) return true
  return Array.isArray(value) ? value.length === 0 : value instanceof Map && value.size === 0
}

/** Texts and numbers; amounts as they are printed, ports and shares as they are given, raw JSON as it stands. */
function leaf(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'object' || value === null) return value
  if ('canonical' in value) return value.canonical
  if ('type' in value && 'value' in value) return value.value
  return plainValue(value as Parameters<typeof plainValue>[0])
}
