import { bool, dyn, fits, int, isDyn, listOf, plainType, string, type Type } from './types.ts'

/** What comes out of a call with arguments of these types; undefined: it does not take them; 'unknown': not known here. */
export type Result = Type | undefined | 'unknown'

const numbers = ['int', 'uint', 'double']
const ordered = [...numbers, 'string', 'bytes', 'bool']
const names = (types: readonly Type[]) => types.map(type => (type.kind === 'plain' ? type.name : type.kind))
/** All of the same plain type, or of one that is only known when it runs. */
const sameOf = (types: readonly Type[], allowed: readonly string[]): Result => {
  const known = types.filter(type => !isDyn(type))
  if (known.some(type => type.kind !== 'plain')) return 'unknown'
  const found = new Set(names(known))
  if (found.size > 1 || [...found].some(name => !allowed.includes(name))) return undefined
  return known[0] ?? dyn
}
const to = (result: Result, type: Type): Result => (result === undefined || result === 'unknown' ? result : type)

const operators: Readonly<Record<string, (types: readonly Type[]) => Result>> = {
  '!_': types => to(sameOf(types, ['bool']), bool),
  '-_': types => sameOf(types, ['int', 'double']),
  '_==_': equal,
  '_!=_': equal,
  ...Object.fromEntries(['_<_', '_<=_', '_>_', '_>=_'].map(name => [name, compared])),
  '_+_': types => {
    const [one = dyn, other = dyn] = types
    if (one.kind === 'list' && other.kind === 'list') return fits(one, other) ? one : undefined
    return sameOf(types, ['int', 'uint', 'double', 'string', 'bytes'])
  },
  '_-_': types => sameOf(types, numbers),
  '_*_': types => sameOf(types, numbers),
  '_/_': types => sameOf(types, numbers),
  '_%_': types => sameOf(types, ['int', 'uint']),
  '_?_:_': ([condition = dyn, yes = dyn, no = dyn]) => {
    if (!fits(condition, bool) || !fits(yes, no)) return undefined
    return isDyn(yes) ? yes : isDyn(no) ? no : yes
  },
  '@in': ([item = dyn, holder = dyn]) => {
    if (isDyn(holder)) return bool
    if (holder.kind === 'list') return fits(item, holder.of) ? bool : undefined
    if (holder.kind === 'map') return fits(item, holder.key) ? bool : undefined
    return undefined
  },
  '_[_]': ([holder = dyn, index = dyn]) => {
    if (isDyn(holder)) return dyn
    if (holder.kind === 'list') return fits(index, int) ? holder.of : undefined
    if (holder.kind === 'map') return fits(index, holder.key) ? holder.of : undefined
    return undefined
  },
}

function equal([one = dyn, other = dyn]: readonly Type[]): Result {
  if (fits(one, other)) return bool
  if (![one, other].some(type => type.kind === 'plain' && type.name === 'null')) return undefined
  if ([one, other].some(({ kind }) => kind === 'object')) return bool
  return [one, other].every(({ kind }) => kind === 'plain') ? undefined : 'unknown'
}

function compared([one = dyn, other = dyn]: readonly Type[]): Result {
  const areNumbers = [one, other].every(type => isDyn(type) || numbers.includes(names([type])[0] ?? ''))
  return areNumbers ? bool : to(sameOf([one, other], ordered), bool)
}

/** Of texts: what their arguments are and what comes out. */
const ofStrings: Readonly<Record<string, readonly (readonly [readonly Type[], Type])[]>> = {
  startsWith: [[[string], bool]],
  endsWith: [[[string], bool]],
  contains: [[[string], bool]],
  matches: [[[string], bool]],
  lowerAscii: [[[], string]],
  upperAscii: [[[], string]],
  trim: [[[], string]],
  split: [
    [[string], listOf(string)],
    [[string, int], listOf(string)],
  ],
  indexOf: [
    [[string], int],
    [[string, int], int],
  ],
  replace: [
    [[string, string], string],
    [[string, string, int], string],
  ],
  substring: [
    [[int], string],
    [[int, int], string],
  ],
}

export function resultOf(name: string, target: Type | undefined, args: readonly Type[]): Result {
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined
  if (operator && !target) return operator(args)
  const methods = Object.hasOwn(ofStrings, name) ? ofStrings[name] : undefined
  if (target && methods) {
    if (!fits(target, string)) return name === 'indexOf' ? 'unknown' : undefined
    return methods.find(
      ([wanted]) => wanted.length === args.length && wanted.every((it, i) => fits(args[i] ?? dyn, it)),
    )?.[1]
  }
  if (name === 'dyn' && !target && args.length === 1) return dyn
  if (name === 'join' && target) return joined(target, args)
  const [of] = target ? [target] : args
  if (name === 'size' && of && args.length === (target ? 0 : 1))
    return isDyn(of) || of.kind !== 'plain' || ['string', 'bytes'].includes(of.name) ? int : undefined
  const isConversion = ['string', 'int', 'double', 'bool'].includes(name) && !target && args.length === 1
  return isConversion && of && (isDyn(of) || (of.kind === 'plain' && of.name === 'string'))
    ? plainType(name)
    : 'unknown'
}

function joined(target: Type, args: readonly Type[]): Result {
  const takes = fits(target, listOf(string)) && args.length <= 1 && args.every(arg => fits(arg, string))
  return takes ? string : undefined
}
