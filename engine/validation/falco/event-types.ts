import { eventTable, genericSyscalls } from './event-table.ts'

interface EventTypes {
  readonly codes: ReadonlyMap<string, readonly number[]>
  /** Parameter → its type's letter, as the event with the lowest code has it. */
  readonly parameters: ReadonlyMap<string, string>
  readonly parametersOf: ReadonlyMap<string, ReadonlyMap<string, string>>
}

let types: EventTypes | undefined

function eventTypes(): EventTypes {
  types ??= readTable()
  return types
}

function readTable(): EventTypes {
  const codes = new Map<string, readonly number[]>()
  const parameters = new Map<string, string>()
  const parametersOf = new Map<string, ReadonlyMap<string, string>>()
  const lines = eventTable
    .trim()
    .split('\n')
    .map(line => line.split(' '))
  for (const [name = '', ranges = ''] of lines) codes.set(name, codesIn(ranges))
  const firstCode = (name = '') => codes.get(name)?.[0] ?? 0
  for (const [name = '', , ...rest] of lines.toSorted(([a], [b]) => firstCode(a) - firstCode(b))) {
    parametersOf.set(name, new Map(rest.map(word => [word.slice(0, word.indexOf(':')), word.slice(-1)])))
    for (const word of rest) {
      const [parameter = '', type = ''] = word.split(':')
      if (!parameters.has(parameter)) parameters.set(parameter, type)
    }
  }
  const generic = codes.get('syscall') ?? []
  for (const name of genericSyscalls.trim().split(/\s+/)) codes.set(name, generic)
  return { codes, parameters, parametersOf }
}

function codesIn(ranges: string): readonly number[] {
  return ranges.split(',').flatMap(range => {
    const [first = 0, last = first] = range.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })
}

/** How many codes Falco 0.44.1 has in all. */
export const codeCount = 454

/** The internal codes of an event type: several, because Falco keeps every version and both halves of a call. */
export function codesOf(name: string): readonly number[] {
  return eventTypes().codes.get(name) ?? []
}

/** Whether `evt.type` can be compared with this. */
export function isEventName(name: string): boolean {
  return name === 'NA' || eventTypes().codes.has(name)
}

export function allEventNames(): Iterable<string> {
  return eventTypes().codes.keys()
}

export function eventParameters(): ReadonlyMap<string, string> {
  return eventTypes().parameters
}

/** Whether an event of this type has a parameter; of a type that has none of its own, no. */
export function hasParameter(type: string, parameter: string): boolean {
  return /^\d+$/.test(parameter) || (eventTypes().parametersOf.get(type)?.has(parameter) ?? false)
}

/** The letter of a parameter's type, in an event of this type. */
export function parameterType(type: string, name: string): string | undefined {
  return eventTypes().parametersOf.get(type)?.get(name)
}

/** The names of an event's parameters, in their order. */
export function parameterNames(type: string): readonly string[] {
  return [...(eventTypes().parametersOf.get(type)?.keys() ?? [])]
}

/** Parameters that Falco prints in hex although they are plain numbers. */
const inHex = /^(?:addr|arg|argument|cap_\w+|dev|flags|key|mask|peer|request|source)$/

/** In which base Falco prints a parameter's number: modes octal, flags, addresses and the like in hex. */
export function radixOf(type: string, name: string): 8 | 10 | 16 {
  const letter = parameterType(type, name)
  if (name === 'mode' && letter !== 'f') return type === 'mkdir' || type === 'mkdirat' ? 16 : 8
  if (letter === 'f' || inHex.test(name)) return 16
  return name === 'res' && letter === 'u' ? 16 : 10
}
