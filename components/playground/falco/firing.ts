import type { CompiledFalco } from '#engine/validation/falco/alerts.ts'
import type { FalcoRule } from '#engine/validation/falco/rule-set.ts'
import { eventWords } from './event-words.ts'
import type { Firing, FiringRow } from './falco.ts'
import type { Spots } from './spots-in.ts'
import { standardEvents } from './standard-events.ts'
import { writeEvent } from './write-event.ts'

/** Rules that are listed. */
const MAX_RULES = 100

/** How often each rule fires over the standard events, with the settings that hold. Those that fire most come first. */
export function firingOf(rules: readonly FalcoRule[], falco: CompiledFalco, spots: Spots): Firing {
  const standard = standardEvents()
  const fired = new Map<string, number[]>(rules.map(it => [it.name, []]))
  standard.forEach(({ event }, at) => {
    for (const { rule } of falco.decide(event).alerts) fired.get(rule)?.push(at)
  })
  const rows = rules.map(({ name, priority, place }): FiringRow => {
    const spot = spots(place)
    return { rule: name, priority, ...(spot && { spot }), events: fired.get(name) ?? [] }
  })
  return {
    events: standard.map(({ event, shorthand }) => ({ title: eventWords(event), item: writeEvent(shorthand) })),
    rows: rows.toSorted((a, b) => b.events.length - a.events.length).slice(0, MAX_RULES),
  }
}
