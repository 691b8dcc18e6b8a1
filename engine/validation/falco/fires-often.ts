import { compileCondition } from './condition/compile.ts'
import { eventsOf, includesEvent, namesEvents } from './condition/event-set.ts'
import type { CheckNode, ConditionNode, Operator } from './condition/syntax.ts'
import type { FalcoEvent } from './event.ts'
import { ordinaryEvents } from './events/ordinary.ts'
import { findField } from './fields.ts'
import { writtenIn } from './fires-together.ts'
import { type Place, placeIn } from './mapped-text.ts'
import type { FalcoRule, RuleFile } from './rule-set.ts'
import { stretchAs } from './written-as.ts'

/** A comparison that lets ordinary events into a rule. */
export interface Opening {
  /** As it is written, `not` before it where one stands there. */
  readonly text: string
  readonly place?: Place
  /** The events, of those that should not alert, which it lets in. */
  readonly events: readonly FalcoEvent[]
  /** The same in a sentence, with a remedy. */
  readonly sentence: string
}

/** How often a rule alerts for what goes on every day. */
export interface Noise {
  /** How many ordinary events were tried. */
  readonly tried: number
  readonly events: readonly FalcoEvent[]
  /** Where they come in, the widest first. */
  readonly openings: readonly Opening[]
}

/**
 * Asks a rule about ordinary events, and names for each that matches the comparison to blame: the one side of an `or` that
 * holds, or else an exception that does not cover it, or else the loosest comparison. That is advice: on a given host even
 * an ordinary event may be worth an alert. Lists are told by their names when the files are known.
 */
export function noiseOf({ condition }: FalcoRule, files?: readonly RuleFile[]): Noise {
  const all = ordinaryEvents()
  const held = compiledParts()
  const asked = eventsOf(condition)
  const events = all.filter(event => includesEvent(asked, event.type) && held(condition, event) === true)
  const blamed = new Map<CheckNode, { readonly held: Held; readonly events: FalcoEvent[] }>()
  for (const event of events) {
    const [first] = [...holding(condition, false, false, event, held)].toSorted((a, b) => looseness(b) - looseness(a))
    if (!first) continue
    const known = blamed.get(first.check) ?? { held: first, events: [] }
    known.events.push(event)
    blamed.set(first.check, known)
  }
  const openings = [...blamed.values()]
    .toSorted((a, b) => b.events.length - a.events.length)
    .map(each => openingOf(each.held, each.events, all.length, files))
  return { tried: all.length, events, openings }
}

interface Held {
  readonly check: CheckNode
  readonly negated: boolean
  /** Whether it alone, of what an `or` joins, holds. */
  readonly alone: boolean
}

type Holds = (node: ConditionNode, event: FalcoEvent) => boolean | undefined

function compiledParts(): Holds {
  const tests = new Map<ConditionNode, ReturnType<typeof compileCondition>>()
  return (node, event) => {
    const test = tests.get(node) ?? compileCondition(node, () => {})
    tests.set(node, test)
    return test(event)
  }
}

/** The comparisons by which a condition holds for an event. */
function* holding(
  node: ConditionNode,
  negated: boolean,
  alone: boolean,
  event: FalcoEvent,
  held: Holds,
): Generator<Held> {
  if (node.kind === 'check') yield { check: node, negated, alone }
  else if (node.kind === 'not') yield* holding(node.child, !negated, alone, event, held)
  else if (node.kind !== 'macro') {
    const fitting = node.children.filter(child => held(child, event) === !negated)
    const isChoice = (node.kind === 'or') !== negated
    const isAlone = isChoice ? fitting.length === 1 && node.children.length > 1 : alone
    for (const child of fitting) yield* holding(child, negated, isAlone, event, held)
  }
}

const loose: Partial<Readonly<Record<Operator, number>>> = {
  exists: 6,
  '!=': 5,
  contains: 4,
  icontains: 4,
  glob: 4,
  iglob: 4,
  regex: 4,
  startswith: 3,
  endswith: 3,
  pmatch: 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  in: 2,
  intersects: 2,
}

/** How likely it is that a comparison is wider than was meant. */
function looseness({ check, negated, alone }: Held): number {
  const { left, operator } = check
  const found = left.kind === 'field' ? findField(left.name, left.argument) : undefined
  const isYesOrNo = found && !('kind' in found) && found.type === 'b'
  const isPlace = left.kind === 'field' && /^container\.(?:id|name|type)$/.test(left.name)
  const own = namesEvents(check) ? 0 : isPlace || isYesOrNo ? 0.5 : negated ? 4.5 : (loose[operator] ?? 1)
  return own + (alone ? 10 : 0)
}

function openingOf(
  held: Held,
  events: readonly FalcoEvent[],
  tried: number,
  files: readonly RuleFile[] | undefined,
): Opening {
  const { check, negated, alone } = held
  const place = placeIn(check.source, check.start, check.end)
  const written = files ? stretchAs(check.source, check.start, check.end, { files }) : writtenIn(check)
  const text = negated ? `not ${written}` : written
  const [first] = events
  const some = events.length === 1 ? `${first?.title}` : `such as: ${first?.title}`
  const count = `lets in ${events.length} of ${tried} ordinary events`
  return { text, ...(place && { place }), events, sentence: `“${text}” ${count}, ${some}. ${remedyOf(held, alone)}` }
}

function remedyOf({ check, negated }: Held, alone: boolean): string {
  if (alone) return 'Of what or joins, this side alone holds. Join more to it with and.'
  if (namesEvents(check)) return 'Nothing else holds them back. Ask who does it, to what, or where.'
  return negated ? 'Name what is usual in it too.' : 'Compare with something narrower, or add an exception.'
}
