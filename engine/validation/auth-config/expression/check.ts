import { RE2JS } from 're2js'
import { resultOf } from './functions.ts'
import type { Tree } from './tree.ts'
import { bool, dyn, isDyn, listOf, mapOf, plainType, string, type Type, typeText, wrong } from './types.ts'

/** What is wrong, in the compiler's words, and where. */
export interface Complaint {
  readonly at: number
  readonly words: string
}

export interface Checked {
  readonly type: Type
  readonly complaints: readonly Complaint[]
  /** What was met that is not known here; then neither type nor complaints can be relied on. */
  readonly unknown?: string
}

type Names = Readonly<Record<string, Type>>

const constants = { int: plainType('int'), uint: plainType('uint'), double: plainType('double'), string, bool } as const

/** Finds the type of an expression as the compiler does. */
export function check(tree: Tree, names: Names): Checked {
  const complaints: Complaint[] = []
  let unknown: string | undefined

  const complain = (at: number, words: string): Type => {
    complaints.push({ at, words })
    return wrong
  }
  const giveUp = (what: string): Type => {
    unknown ??= what
    return dyn
  }

  const typeOf = (it: Tree, known: Names): Type => {
    switch (it.kind) {
      case 'literal':
        return it.type in constants ? constants[it.type as keyof typeof constants] : plainType(it.type)
      case 'name': {
        const type = Object.hasOwn(known, it.name) ? known[it.name] : undefined
        if (type) return type
        return typeNames.has(it.name)
          ? giveUp(`the type ${it.name} as a value`)
          : complain(it.at, `undeclared reference to '${it.name}' (in container '')`)
      }
      case 'select':
        return selected(typeOf(it.of, known), it.field, it.at)
      case 'list': {
        const types = it.items.map(item => typeOf(item, known))
        return listOf(common(types))
      }
      case 'map': {
        const keys = it.entries.map(([key]) => typeOf(key, known))
        const values = it.entries.map(([, value]) => typeOf(value, known))
        return mapOf(common(keys), common(values))
      }
      case 'call':
        return called(it, known)
    }
  }

  const selected = (of: Type, field: string, at: number): Type => {
    if (of.kind === 'object')
      return (
        (Object.hasOwn(of.fields, field) ? of.fields[field] : undefined) ?? complain(at, `undefined field '${field}'`)
      )
    if (of.kind === 'map') return of.of
    if (isDyn(of)) return dyn
    return complain(at, `type '${typeText(of)}' does not support field selection`)
  }

  const common = (types: readonly Type[]): Type => {
    const [first = dyn, ...more] = types
    if (more.every(type => typeText(type) === typeText(first))) return first
    return giveUp('a list or a map with values of several types')
  }

  const called = (it: Extract<Tree, { kind: 'call' }>, known: Names): Type => {
    const { function: name, target, args, at } = it
    if (name === 'has' && !target) {
      const [of] = args
      if (args.length !== 1 || of?.kind !== 'select') return giveUp('this use of has')
      selected(typeOf(of.of, known), of.field, at)
      return bool
    }
    if (target?.kind === 'name' && !Object.hasOwn(known, target.name) && libraries.has(target.name))
      return giveUp(`the functions of ${target.name}`)
    if (name === '_&&_' || name === '_||_') {
      for (const arg of args) condition(arg, known)
      return bool
    }
    if (target && macros.has(name)) return comprehended(it, known)
    const of = target && typeOf(target, known)
    const types = args.map(arg => typeOf(arg, known))
    if (name === 'matches' && target) for (const arg of args) pattern(arg)
    const result = resultOf(name, of, types)
    if (result === 'unknown') return giveUp(`the function ${name} for these values`)
    if (result) return result
    if ([of, ...types].includes(wrong)) return wrong
    const shown = `(${types.map(typeText).join(', ')})`
    return complain(
      at,
      `found no matching overload for '${name}' applied to '${of ? `${typeText(of)}.${shown}` : shown}'`,
    )
  }

  /** Something that has to be true or false. */
  const condition = (it: Tree, known: Names) => {
    const type = typeOf(it, known)
    if (!isDyn(type) && type !== bool) complain(it.at, `expected type 'bool' but found '${typeText(type)}'`)
  }

  /** A pattern that stands there as it is has to be one. */
  const pattern = (it: Tree) => {
    if (it.kind !== 'literal' || it.type !== 'string') return
    if (/^['"]/.test(it.text) && it.text.includes('\\')) return void giveUp('a pattern with backslashes')
    const written = it.text.replace(/^[rR]/, '').slice(1, -1)
    try {
      RE2JS.compile(written)
    } catch {
      complain(it.at, 'invalid matches argument')
    }
  }

  const comprehended = (it: Extract<Tree, { kind: 'call' }>, known: Names): Type => {
    const [variable, body, another] = it.args
    if (!it.target || variable?.kind !== 'name' || !body || another) return giveUp(`this use of ${it.function}`)
    const of = typeOf(it.target, known)
    const item = of.kind === 'list' ? of.of : of.kind === 'map' ? of.key : of === dyn || of === wrong ? of : undefined
    if (!item)
      return complain(
        it.target.at,
        `expression of type '${typeText(of)}' cannot be range of a comprehension (must be list, map, or dynamic)`,
      )
    const inside = { ...known, [variable.name]: item }
    if (it.function === 'map') return listOf(typeOf(body, inside))
    condition(body, inside)
    return it.function === 'filter' ? listOf(item) : bool
  }

  const type = typeOf(tree, names)
  return { type, complaints, ...(unknown !== undefined && { unknown }) }
}

const macros = new Set(['all', 'exists', 'exists_one', 'filter', 'map'])
/** Names in front of functions. */
const libraries = new Set([
  'base64',
  'cel',
  'format',
  'ip',
  'cidr',
  'json',
  'lists',
  'math',
  'optional',
  'sets',
  'strings',
])
const typeNames = new Set([
  'int',
  'uint',
  'double',
  'string',
  'bytes',
  'bool',
  'list',
  'map',
  'null_type',
  'type',
  'dyn',
])
