import type { CompiledFalco } from '#engine/validation/falco/alerts.ts'
import type { FalcoRule } from '#engine/validation/falco/rule-set.ts'
import { eventWords } from './event-words.ts'
import type { Firing } from './falco.ts'
import type { Spots } from './spots-in.ts'
import { standardEvents } from './standard-events.ts'

/** Rules that are listed, and events of each that are named. */
const MAX_RULES = 100
const MAX_TITLES = 40

/** How often each rule fires over the standard events, with the settings that hold. Those that fire most come first. */
export function firingOf(rules: readonly FalcoRule[], falco: CompiledFalco, spots: Spots): Firing {
  const events = standardEvents()
  const titles = new Map<string, string[]>()
  for (const event of events)
    for (const { rule } of falco.decide(event).alerts)
      titles.set(rule, [...(titles.get(rule) ?? []), eventWords(event)])
  const rows = rules.map(({ name, priority, place }) => {
    const of = titles.get(name) ?? []
    const spot = spots(place)
    return { rule: name, priority, ...(spot && { spot }), count: of.length, titles: of.slice(0, MAX_TITLES) }
  })
  return { total: events.length, rows: rows.toSorted((a, b) => b.count - a.count).slice(0, MAX_RULES) }
}
