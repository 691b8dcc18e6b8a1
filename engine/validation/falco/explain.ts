import { compileCondition } from './condition/compile.ts'
import { eventsOf, includesEvent, namesEvents } from './condition/event-set.ts'
import { compileSubject } from './condition/subject.ts'
import type { CheckNode, ConditionNode } from './condition/syntax.ts'
import { type Contradiction, contradictionIn, deadParts, type Look } from './contradiction.ts'
import type { FalcoEvent, FieldValue } from './event.ts'
import { type Place, placeIn } from './mapped-text.ts'
import type { FalcoRule } from './rule-set.ts'
import { macroOf, type Sources, stretchAs } from './written-as.ts'

/** A comparison that decided whether a rule matches. */
export interface DecidedBy {
  /** As it is written, a list's items put in: `proc.name in (bash, sh)`. */
  readonly text: string
  /** With the names of lists; told when `explainRule` knows the files. */
  readonly written?: string
  /** The macro that it stands in; told when `explainRule` knows the files. */
  readonly macro?: string
  /** Whether it held; undefined when the event does not tell. */
  readonly held: boolean | undefined
  /** Whether a `not` stands before it. */
  readonly negated: boolean
  /** What it asks about, as written. */
  readonly field: string
  /** Null when the event has no such field, undefined when nobody told. */
  readonly value: FieldValue | undefined
  readonly place?: Place
}

export interface RuleExplanation {
  readonly matches: boolean | undefined
  /** What decided: of an `and` that is false the first that was false, of one that is true all of them, and so on. */
  readonly because: readonly DecidedBy[]
  /** The same in one sentence. */
  readonly sentence: string
}

/** Says why a rule matches an event, or does not; by the names of lists and macros when it knows where they come from. */
export function explainRule({ condition, name }: FalcoRule, event: FalcoEvent, sources?: Sources): RuleExplanation {
  const tests = { ...compiledParts(condition), ...(sources && { sources }) }
  const isAsked = includesEvent(eventsOf(condition), event.type)
  const matches = isAsked ? tests.held(condition, event) : false
  const [typeCheck] = isAsked ? [] : checksOf(condition).filter(namesEvents)
  const because = typeCheck
    ? [decidedBy(typeCheck, false, event, tests)]
    : [...deciding(condition, false, event, tests)]
  const [first] = because
  const subject = `Rule “${name}”`
  if (!first) return { matches, because, sentence: `${subject} ${verdicts[String(matches)]}.` }
  return { matches, because, sentence: `${subject} ${verdicts[String(matches)]}: ${reasonOf(first)}` }
}

const verdicts: Readonly<Record<string, string>> = {
  true: 'matches',
  false: 'does not match',
  undefined: 'cannot be decided',
}

/** `container.id != host` does not hold, because container.id is host. */
function reasonOf({ text, written = text, macro, held, negated, field, value }: DecidedBy): string {
  const shown = `${negated ? 'not ' : ''}${written}${macro === undefined ? '' : `, in the macro ${macro},`}`
  if (held === undefined) return `${shown} asks for ${field}, which this event does not tell.`
  const is = value === undefined ? '' : ` ${field} is ${shownValue(value)}.`
  return `${shown} ${held === negated ? 'does not hold' : 'holds'}.${is}`
}

function shownValue(value: FieldValue): string {
  if (value === null) return 'not there'
  if (typeof value !== 'string') return value.length === 0 ? 'empty' : value.join(', ')
  return value === '' ? 'empty' : value
}

interface Parts {
  readonly sources?: Sources
  held(node: ConditionNode, event: FalcoEvent): boolean | undefined
}

function compiledParts(root: ConditionNode): Pick<Parts, 'held'> {
  const tests = new Map<ConditionNode, ReturnType<typeof compileCondition>>()
  const of = (node: ConditionNode) => {
    const known = tests.get(node) ?? compileCondition(node, () => {})
    tests.set(node, known)
    return known
  }
  of(root)
  return { held: (node, event) => of(node)(event) }
}

function* checksIn(node: ConditionNode): Generator<CheckNode> {
  if (node.kind === 'check') yield node
  else if (node.kind === 'not') yield* checksIn(node.child)
  else if (node.kind !== 'macro') for (const child of node.children) yield* checksIn(child)
}

const checksOf = (node: ConditionNode): readonly CheckNode[] => [...checksIn(node)]

function* deciding(node: ConditionNode, negated: boolean, event: FalcoEvent, parts: Parts): Generator<DecidedBy> {
  if (node.kind === 'check') yield decidedBy(node, negated, event, parts)
  else if (node.kind === 'not') yield* deciding(node.child, !negated, event, parts)
  else if (node.kind !== 'macro') {
    const held = parts.held(node, event)
    const decisive = node.kind === 'or'
    const alike = node.children.filter(child => parts.held(child, event) === held)
    for (const child of held === decisive ? alike.slice(0, 1) : alike) yield* deciding(child, negated, event, parts)
  }
}

function decidedBy(check: CheckNode, negated: boolean, event: FalcoEvent, parts: Parts): DecidedBy {
  const { left, source, start, end } = check
  const macro = parts.sources && macroOf(source, parts.sources)
  const subject = compileSubject(left, check, () => undefined)
  const place = placeIn(source, start, end)
  return {
    text: source.text
      .slice(start, end)
      .replace(/\s+/g, ' ')
      .replace(/ ([,)])/g, '$1')
      .replace(/\( /g, '(')
      .trim(),
    ...(parts.sources && { written: stretchAs(source, start, end, parts.sources) }),
    ...(macro !== undefined && { macro }),
    held: parts.held(check, event),
    negated,
    field: source.text.slice(left.start, left.end),
    value: subject?.get(event),
    ...(place && { place }),
  }
}

/**
 * Why a rule can never fire, in a sentence with a remedy, and where. Undefined for a rule that can. `inAll` is what may
 * still be looked at when many rules are asked about.
 */
export function whyNeverFires(
  condition: ConditionNode,
  inAll?: Look,
): { readonly sentence: string; readonly place?: Place } | undefined {
  const found = contradictionIn(condition, inAll)
  if (!found) return undefined
  return placed(found)
}

/** The comparisons that hold for no event, of a rule that may fire without them: each in a sentence with a remedy, and where. */
export function whatNeverHolds(
  condition: ConditionNode,
  inAll?: Look,
): readonly { readonly sentence: string; readonly place?: Place }[] {
  return deadParts(condition, inAll).map(placed)
}

function placed({ check, sentence }: Contradiction): { readonly sentence: string; readonly place?: Place } {
  const place = placeIn(check.source, check.start, check.end)
  return { sentence, ...(place && { place }) }
}
