import { compileFalcoRules, type FalcoSettings } from '#engine/validation/falco/alerts.ts'
import { eventsOf, includesEvent } from '#engine/validation/falco/condition/event-set.ts'
import type { FalcoEvent, FieldValue } from '#engine/validation/falco/event.ts'
import { type DecidedBy, explainRule } from '#engine/validation/falco/explain.ts'
import { noiseOf } from '#engine/validation/falco/fires-often.ts'
import { whySilent } from '#engine/validation/falco/fires-silent.ts'
import { isAtLeast } from '#engine/validation/falco/format.ts'
import type { FalcoRule, RuleSet } from '#engine/validation/falco/rule-set.ts'
import type { EventRow, NamedRules, Operand, RuleRow, RuleWhy } from './falco.ts'
import type { Spots } from './spots-in.ts'

/** Rules that are listed, and comparisons of one. */
const MAX_RULES = 60
const MAX_OPERANDS = 20
/** Comparisons that are blamed for noise. */
const MAX_OPENINGS = 3

/** What all rules are asked with. */
export interface RulesAsked {
  readonly set: RuleSet
  readonly settings: FalcoSettings
  /** Those that the rules were read from. */
  readonly files: readonly NamedRules[]
  readonly spots: Spots
}

/** What each rule makes of one event, those that match first, and why of one of them. */
export function rulesAt(
  asked: RulesAsked,
  event: FalcoEvent,
  told: EventRow | undefined,
  chosen: string | undefined,
): { readonly rows: readonly RuleRow[]; readonly left: number; readonly why?: RuleWhy } {
  const { settings, spots } = asked
  const { rules } = asked.set
  const all = compileFalcoRules({ rules, macros: [], lists: [] }, { ...settings, ruleMatching: 'all' }).decide(event)
  const [matched, open] = [new Set(all.alerts.map(it => it.rule)), new Set(all.undecided)]
  const stateOf = ({ name, enabled, priority }: FalcoRule): RuleRow['state'] => {
    if (!enabled || !isAtLeast(priority, settings.priority ?? 'Debug')) return 'off'
    if (told?.alerts.includes(name)) return 'alerts'
    if (matched.has(name)) return 'unasked'
    return open.has(name) ? 'open' : 'quiet'
  }
  const listed = rules
    .map(rule => {
      const spot = spots(rule.place)
      const row: RuleRow = { name: rule.name, priority: rule.priority, ...(spot && { spot }), state: stateOf(rule) }
      return { rule, row, rank: rankOf(rule, row, event) }
    })
    .toSorted((a, b) => a.rank - b.rank)
  const looked = listed.find(it => it.row.name === chosen) ?? listed[0]
  return {
    rows: listed.slice(0, MAX_RULES).map(it => it.row),
    left: Math.max(listed.length - MAX_RULES, 0),
    ...(looked && { why: whyOf(looked.rule, looked.row, event, asked) }),
  }
}

const ranks: Readonly<Record<RuleRow['state'], number>> = { alerts: 0, unasked: 1, open: 2, quiet: 3, off: 5 }

/** Rules that look at such events at all stand before the others. */
function rankOf({ condition }: FalcoRule, { state }: RuleRow, { type }: FalcoEvent): number {
  return ranks[state] + (state === 'quiet' && !includesEvent(eventsOf(condition), type) ? 1 : 0)
}

function whyOf(rule: FalcoRule, row: RuleRow, event: FalcoEvent, { set, settings, files, spots }: RulesAsked): RuleWhy {
  const { because, matches } = explainRule(rule, event)
  const silence = row.state === 'off' ? undefined : whySilent(rule, set, settings)
  const { openings } = noiseOf(rule, files)
  return {
    ...{ row, says: saysOf(rule, row, matches) },
    operands: because.slice(0, MAX_OPERANDS).map(it => operandOf(it, spots)),
    ...(silence && { never: silence.sentence }),
    noise: openings.slice(0, MAX_OPENINGS).map(({ sentence, place }) => {
      const spot = spots(place)
      return { says: sentence, ...(spot && { spot }) }
    }),
  }
}

function saysOf({ enabled }: FalcoRule, { state }: RuleRow, matches: boolean | undefined): string {
  const would = matches ? 'Otherwise it would match.' : 'It would not match either.'
  if (state === 'off' && !enabled) return `It is not enabled. ${would}`
  if (state === 'off') return `Its priority is below the least that is asked for. ${would}`
  if (state === 'alerts') return 'It alerts, because all of this is so:'
  if (state === 'unasked') return 'It matches, but an earlier rule has alerted, and only the first one does:'
  return state === 'open' ? 'The event does not tell enough to decide it:' : 'It does not alert, because:'
}

function operandOf({ text, negated, held, field, value, place }: DecidedBy, spots: Spots): Operand {
  const spot = spots(place)
  return {
    ...{ text: negated ? `not ${text}` : text, held: held === undefined ? undefined : held !== negated, field },
    ...(value !== undefined && { value: shownValue(value) }),
    ...(spot && { spot }),
  }
}

function shownValue(value: FieldValue): string {
  if (value === null) return 'not there'
  const text = typeof value === 'string' ? value : value.join(', ')
  return text === '' ? 'empty' : text
}
