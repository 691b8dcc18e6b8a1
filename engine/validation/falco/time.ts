import type { FalcoEvent, FieldValue } from './event.ts'

/**
 * Fills in the fields that follow from an event's time, its own or a given one in nanoseconds since 1970. Local time is UTC.
 */
export function withTime(event: FalcoEvent, at?: string): FalcoEvent {
  const raw = event.fields.get('evt.rawtime') ?? at
  if (typeof raw !== 'string' || !/^\d{10,}$/.test(raw) || event.fields.has('evt.time')) return event
  return { ...event, fields: new Map([...timeFields(raw), ...event.fields]) }
}

/** The fields of a time in nanoseconds since 1970. */
function timeFields(nanoseconds: string): readonly (readonly [string, FieldValue])[] {
  const seconds = nanoseconds.slice(0, -9)
  const rest = nanoseconds.slice(-9)
  const iso = new Date(Number(seconds) * 1000).toISOString()
  const date = iso.slice(0, 10)
  const clock = iso.slice(11, 19)
  return [
    ['evt.rawtime', nanoseconds],
    ['evt.rawtime.s', seconds],
    ['evt.rawtime.ns', rest],
    ['evt.time', `${clock}.${rest}`],
    ['evt.time.s', clock],
    ['evt.time.iso8601', `${date}T${clock}.${rest}+0000`],
    ['evt.datetime', `${date} ${clock}.${rest}`],
    ['evt.datetime.s', `${date} ${clock}`],
  ]
}
