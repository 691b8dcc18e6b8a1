import type { FalcoEvent } from '#engine/validation/falco/event.ts'
import { namedEvents } from '#engine/validation/falco/events/named.ts'
import { ordinaryShorthands } from '#engine/validation/falco/events/ordinary.ts'
import { readFalcoEvent } from '#engine/validation/falco/events/read-event.ts'
import type { ActionScope } from '#engine/validation/falco/events/suspicious/action.ts'
import { shorthandsOf, suspiciousActions } from '#engine/validation/falco/events/suspicious/fire.ts'

const scopes: readonly ActionScope[] = [
  { where: 'host' },
  { where: 'container', name: 'web', image: 'docker.io/library/nginx:1.27', pod: 'web', ns: 'default' },
]

export interface StandardEvent {
  readonly event: FalcoEvent
  /** As labs write it. */
  readonly shorthand: Readonly<Record<string, unknown>>
}

let made: readonly StandardEvent[] | undefined

/** Events that every set of rules is put to: suspicious ones on a host and in a container, those that labs name, ordinary ones. */
export function standardEvents(): readonly StandardEvent[] {
  made ??= [
    ...suspiciousActions().flatMap(action => scopes.flatMap(scope => shorthandsOf(action, scope))),
    ...Object.values(namedEvents),
    ...ordinaryShorthands,
  ].flatMap((shorthand: Readonly<Record<string, unknown>>) => {
    const { value: event } = readFalcoEvent(shorthand)
    return event ? [{ event, shorthand }] : []
  })
  return made
}
