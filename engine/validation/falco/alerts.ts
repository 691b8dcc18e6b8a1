import { compileAlert } from './alert.ts'
import type { AppendOutput } from './append-output.ts'
import { compileCondition } from './condition/compile.ts'
import { eventsOf, includesEvent } from './condition/event-set.ts'
import { asksForTime, conditionFor } from './condition/for-type.ts'
import { type SharedChecks, shareChecks } from './condition/shared-checks.ts'
import type { ConditionNode } from './condition/syntax.ts'
import type { Test } from './condition/test.ts'
import type { FalcoEvent, FieldValue } from './event.ts'
import { isAtLeast } from './format.ts'
import type { FalcoRule, Priority, RuleSet } from './rule-set.ts'
import { withTime } from './time.ts'

/** What `falco.yaml` says of alerts. Falco's own defaults stand where nothing is given. */
export interface FalcoSettings {
  /** `first` (the default): an event alerts for the first rule that matches. */
  readonly ruleMatching?: 'first' | 'all'
  /** Rules below this are not asked. Default: Debug. */
  readonly priority?: Priority
  /** What is put behind outputs. Default: nothing; the falco.yaml that Falco ships with has `shippedAppendOutput`. */
  readonly appendOutput?: readonly AppendOutput[]
  /** `append_output` with `suggested_output: true`, as the shipped falco.yaml has it. Default: false. */
  readonly suggestedOutput?: boolean
  /** `json_output`, and what belongs to it. */
  readonly json?: JsonSettings
  /** `rules:` in order: enabling and disabling by name, with `*`, or by tag. */
  readonly rules?: readonly RuleSwitch[]
  readonly timeFormatIso?: boolean
}

/** Which properties the JSON form has, and the name of the machine. Falco's own defaults stand where nothing is given. */
export interface JsonSettings {
  readonly hostname: string
  readonly includeOutput?: boolean
  readonly includeTags?: boolean
  /** Default: false. */
  readonly includeMessage?: boolean
  readonly includeOutputFields?: boolean
}

export interface RuleSwitch {
  readonly enable: boolean
  readonly rule?: string
  readonly tag?: string
}

export interface FalcoAlert {
  readonly rule: string
  readonly priority: Priority
  readonly tags: readonly string[]
  /** What Falco writes to its outputs: `22:13:20.123456789: Warning …`. */
  readonly line: string
  /** The same without time and priority. */
  readonly message: string
  /** The fields of the output with their values. */
  readonly fields: ReadonlyMap<string, FieldValue>
  /** Fields of the output that the event does not tell. */
  readonly unknown: readonly string[]
}

/** Rules that alert for an event, and rules of which that cannot be said: by name, in Falco's order. */
export interface FalcoDecision {
  readonly alerts: readonly FalcoAlert[]
  readonly undecided: readonly string[]
}

export interface CompiledFalco {
  /** `at` is when it happens, in nanoseconds since 1970, for an event that does not say. */
  decide(event: FalcoEvent, at?: string): FalcoDecision
}

/**
 * Compiles rules for many events.
 * With `first`, what stands behind a rule that cannot be decided is undecided too, unless it does not match.
 */
export function compileFalcoRules({ rules }: RuleSet, settings: FalcoSettings = {}): CompiledFalco {
  const least = settings.priority ?? 'Debug'
  const enabled = enabledRules(rules, settings.rules ?? [])
    .filter(({ priority }) => isAtLeast(priority, least))
    .map(rule => ({ rule, events: eventsOf(rule.condition), alert: lazily(() => compileAlert(rule, settings)) }))
  const first = settings.ruleMatching !== 'all'
  const byType = new Map<string, AskedRules>()
  const askedOf = (type: string): AskedRules => {
    const own = enabled.flatMap(({ rule, events, alert }) => {
      const condition = includesEvent(events, type) && conditionFor(rule.condition, type)
      // What the type alone decides against is never asked.
      return condition === false ? [] : [{ rule, alert, condition }]
    })
    const shared = shareChecks(own.flatMap(({ condition }) => (condition === true ? [] : [condition])))
    const rules = own.map(({ rule, alert, condition }) => ({ rule, alert, ...testOf(condition, shared) }))
    const asked = { rules, shared }
    byType.set(type, asked)
    return asked
  }
  return {
    decide(given, at) {
      let alerts: FalcoAlert[] | undefined
      let undecided: string[] | undefined
      let timed: FalcoEvent | undefined
      const { rules: asked, shared } = byType.get(given.type) ?? askedOf(given.type)
      shared.next()
      for (const { rule, test, needsTime, alert } of asked) {
        if (needsTime) timed ??= withTime(given, at)
        const held = test(needsTime && timed ? timed : given)
        if (held === false) continue
        if (held === undefined || (first && undecided)) {
          undecided ??= []
          undecided.push(rule.name)
          continue
        }
        timed ??= withTime(given, at)
        alerts ??= []
        alerts.push(alert()(timed))
        if (first) break
      }
      return alerts || undecided ? { alerts: alerts ?? none, undecided: undecided ?? none } : nothing
    },
  }
}

const none: readonly never[] = []
const nothing: FalcoDecision = { alerts: none, undecided: none }

interface CompiledRule {
  readonly rule: FalcoRule
  readonly test: Test
  readonly needsTime: boolean
  readonly alert: () => (event: FalcoEvent) => FalcoAlert
}

/** Most events alert for no rule, so outputs are compiled when they are needed. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The rules that events of one type are put to. */
interface AskedRules {
  readonly rules: readonly CompiledRule[]
  readonly shared: SharedChecks
}

function testOf(condition: ConditionNode | true, shared: SharedChecks): Pick<CompiledRule, 'test' | 'needsTime'> {
  if (condition === true) return { test: () => true, needsTime: false }
  return { test: compileCondition(condition, () => {}, shared.compile), needsTime: asksForTime(condition) }
}

/** The rules that are on, in the order in which they came to be: what a switch turns on goes to the end. */
function enabledRules(rules: readonly FalcoRule[], switches: readonly RuleSwitch[]): readonly FalcoRule[] {
  return switches.reduce(
    (on, { enable, rule, tag }) => {
      const isMeant = ({ name, tags }: FalcoRule) =>
        (rule !== undefined && wildcard(rule, name)) || (tag !== undefined && tags.includes(tag))
      if (!enable) return on.filter(each => !isMeant(each))
      return on.concat(rules.filter(each => isMeant(each) && !on.includes(each)))
    },
    rules.filter(({ enabled }) => enabled),
  )
}

function wildcard(pattern: string, name: string): boolean {
  const parts = pattern.split('*')
  const [head = '', ...rest] = parts
  if (rest.length === 0) return pattern === name
  const tail = rest.pop() ?? ''
  if (!name.startsWith(head) || !name.endsWith(tail) || name.length < head.length + tail.length) return false
  let at = head.length
  for (const part of rest) {
    const found = name.indexOf(part, at)
    if (found === -1 || found + part.length > name.length - tail.length) return false
    at = found + part.length
  }
  return true
}
