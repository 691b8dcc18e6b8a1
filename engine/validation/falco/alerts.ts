import { compileCondition } from './condition/compile.ts'
import { eventsOf, includesEvent } from './condition/event-set.ts'
import type { Test } from './condition/test.ts'
import type { FalcoEvent, FieldValue } from './event.ts'
import { alertLine, compileOutput, type Formatted, isAtLeast } from './format.ts'
import { withoutContainerInfo } from './load/check-output.ts'
import type { FalcoRule, Priority, RuleSet } from './rule-set.ts'
import { withTime } from './time.ts'

/** What `falco.yaml` says of alerts. Falco's own defaults stand where nothing is given. */
export interface FalcoSettings {
  /** `first` (the default): an event alerts for the first rule that matches. */
  readonly ruleMatching?: 'first' | 'all'
  /** Rules below this are not asked. Default: Debug. */
  readonly priority?: Priority
  /** `append_output` with `suggested_output: true`, as the shipped falco.yaml has it. Default: false. */
  readonly suggestedOutput?: boolean
  /** `rules:` in order: enabling and disabling by name, with `*`, or by tag. */
  readonly rules?: readonly RuleSwitch[]
  readonly timeFormatIso?: boolean
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

/** The fields that the container plugin suggests for every output, in its order. */
const suggested = [
  'container.id',
  'container.name',
  'container.image.repository',
  'container.image.tag',
  'k8s.pod.name',
  'k8s.ns.name',
]

/**
 * Compiles rules for many events.
 * With `first`, what stands behind a rule that cannot be decided is undecided too, unless it does not match.
 */
export function compileFalcoRules({ rules }: RuleSet, settings: FalcoSettings = {}): CompiledFalco {
  const least = settings.priority ?? 'Debug'
  const compiled = enabledRules(rules, settings.rules ?? [])
    .filter(({ priority }) => isAtLeast(priority, least))
    .map(rule => compileRule(rule, settings))
  const first = settings.ruleMatching !== 'all'
  const byType = new Map<string, readonly CompiledRule[]>()
  const asked = (type: string) => {
    const known = byType.get(type)
    if (known) return known
    const own = compiled.filter(({ isAskedAbout }) => isAskedAbout(type))
    byType.set(type, own)
    return own
  }
  return {
    decide(given, at) {
      const event = withTime(given, at)
      const alerts: FalcoAlert[] = []
      const undecided: string[] = []
      for (const { rule, test, alert } of asked(event.type)) {
        const held = test(event)
        if (held === false) continue
        if (held === undefined || (first && undecided.length > 0)) undecided.push(rule.name)
        else {
          alerts.push(alert(event))
          if (first) break
        }
      }
      return { alerts, undecided }
    },
  }
}

interface CompiledRule {
  readonly rule: FalcoRule
  readonly test: Test
  readonly isAskedAbout: (type: string) => boolean
  readonly alert: (event: FalcoEvent) => FalcoAlert
}

function compileRule(rule: FalcoRule, settings: FalcoSettings): CompiledRule {
  const events = eventsOf(rule.condition)
  const { name, priority, tags } = rule
  const format = compileOutput(outputOf(rule, settings))
  const time = settings.timeFormatIso ? 'evt.time.iso8601' : 'evt.time'
  return {
    rule,
    test: compileCondition(rule.condition, () => {}),
    isAskedAbout: type => includesEvent(events, type),
    alert: event => {
      const { text, fields, unknown }: Formatted = format(event)
      const at = event.fields.get(time)
      const line = alertLine(typeof at === 'string' ? at : `<${time}?>`, priority, text)
      return { rule: name, priority, tags, line, message: text, fields, unknown }
    },
  }
}

function outputOf({ output }: FalcoRule, { suggestedOutput }: FalcoSettings): string {
  const own = withoutContainerInfo(output.text)
  if (!suggestedOutput) return own
  return `${own}${suggested.map(field => ` ${field.replaceAll('.', '_')}=%${field}`).join('')}`
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
