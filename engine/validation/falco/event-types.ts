import { eventTable, genericSyscalls } from './event-table.ts'

interface EventTypes {
  readonly codes: ReadonlyMap<string, readonly number[]>
  /** Parameter → its type's letter, as the first event has it. */
  readonly parameters: ReadonlyMap<string, string>
  readonly parametersOf: ReadonlyMap<string, ReadonlySet<string>>
}

let types: EventTypes | undefined

function eventTypes(): EventTypes {
  types ??= readTable()
  return types
}

function readTable(): EventTypes {
  const codes = new Map<string, readonly number[]>()
  const parameters = new Map<string, string>()
  const parametersOf = new Map<string, ReadonlySet<string>>()
  for (const line of eventTable.trim().split('\n')) {
    const [name = '', ranges = '', ...rest] = line.split(' ')
    codes.set(name, codesIn(ranges))
    parametersOf.set(name, new Set(rest.map(word => word.slice(0, word.indexOf(':')))))
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
