import type { FalcoEvent, FieldValue } from '../../validation/falco/event.ts'
import { parameterNames } from '../../validation/falco/event-types.ts'
import { allFields } from '../../validation/falco/fields.ts'
import { withTime } from '../../validation/falco/time.ts'

/** When and where an event of the simulated world happens. */
export interface Occasion {
  /** Nanoseconds since 1970. */
  readonly nanoseconds: string
  readonly host: string
  /** Counts the events of a host: numbers that a real kernel would give follow from it. */
  readonly number: number
}

const bases = new WeakMap<FalcoEvent, ReadonlyMap<string, FieldValue>>()

/**
 * An event of the world with all its fields. The world decides about what nobody told: process numbers follow from the
 * event's own, and a field that would need more than that has no value.
 */
export function toldInFull(event: FalcoEvent, { nanoseconds, host, number }: Occasion): FalcoEvent {
  const known = bases.get(event)
  const base = known ?? untold(event)
  if (!known) bases.set(event, base)
  const process = String(2400 + (number % 20_000))
  const isOnHost = event.fields.get('container.id') === 'host'
  const numbers: readonly (readonly [string, FieldValue])[] = [
    ['evt.rawtime', nanoseconds],
    ['evt.hostname', host],
    ['evt.cpu', String(number % 2)],
    ['proc.pid', process],
    ['thread.tid', process],
    ['proc.vpid', isOnHost ? process : '7'],
    ['proc.ppid', '1180'],
  ]
  return withTime({ ...event, fields: new Map([...base, ...numbers, ...event.fields, ['evt.num', String(number)]]) })
}

/** Fields whose value follows from others when it is not given. */
const implied =
  /^(?:evt\.(?:arg|rawarg|type|type\.is|time.*|datetime.*|rawtime.*)|syscall\.type|fd\.(?:[cslr]?net|ip|port|proto))$/

function untold({ type, fields }: FalcoEvent): ReadonlyMap<string, FieldValue> {
  const none = new Map<string, FieldValue>()
  for (const name of allFields().keys()) if (!implied.test(name)) none.set(name, null)
  for (const name of parameterNames(type)) none.set(`evt.arg.${name}`, null)
  none.set('user.loginuid', '-1')
  none.set('user.loginname', '<NA>')
  const user = fields.get('user.uid')
  if (user === '0') {
    none.set('group.gid', '0')
    none.set('group.name', 'root')
  }
  return none
}
