import { z } from 'zod'
import { type FalcoInForce, falcoOn } from '../../cluster/falco.ts'
import type { FalcoAlert } from '../../validation/falco/alerts.ts'
import type { FalcoEvent } from '../../validation/falco/event.ts'
import { readFalcoEvent } from '../../validation/falco/events/read-event.ts'
import { explainRule } from '../../validation/falco/explain.ts'
import { compileOutput, isAtLeast } from '../../validation/falco/format.ts'
import { parseOutput } from '../../validation/falco/output.ts'
import { type FalcoRule, priorities } from '../../validation/falco/rule-set.ts'
import { withTime } from '../../validation/falco/time.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import { askedAction, readAskedAction } from '../asked-action.ts'
import { askedEvent } from '../asked-event.ts'
import { decidingPart, lineOf, ofRule, ofSetting, type RuleFilesOnHost } from '../falco-deciding.ts'
import { defineKind, type Fault } from '../kind.ts'
import { miss, pass, ungraded } from '../outcomes.ts'
import { placeOf } from '../place-of.ts'
import type { CounterExample, DecidedBy, Outcome } from '../report.ts'
import { hostName, probePath } from '../schema-parts.ts'

const listed = z.union([z.array(askedEvent).min(1), probePath]).optional()
const schema = z
  .strictObject({
    events: listed.meta({
      description: 'The events that have to alert; or a file with the list.',
      examples: [['shell-in-container'], 'probes/events.yaml'],
    }),
    quiet: listed.meta({
      description: 'The events that must not alert: not at all, or with `rule` not by that one.',
      examples: [['shell-on-host']],
    }),
    actions: z
      .array(askedAction)
      .min(1)
      .optional()
      .meta({
        description: 'Suspicious actions that have to alert: one of the events of each.',
        examples: [['WriteBelowEtc', { action: 'RunShellInContainer', container: 'web', image: 'nginx:1.29' }]],
      }),
    rule: z
      .string()
      .min(1)
      .optional()
      .meta({ description: 'The rule that has to alert. Left out: any.', examples: ['Shell in container'] }),
    priority: z.enum(priorities).optional().describe('The priority that the alerts have to have.'),
    fields: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .meta({ description: 'Fields that have to stand somewhere in the output.', examples: [['user.name']] }),
    output: z
      .string()
      .min(1)
      .optional()
      .meta({ description: 'The whole output, by its format.', examples: ['%evt.time,%user.name'] }),
    host: hostName.optional(),
  })
  .describe('What Falco says of events, with the rule files that its configuration names.')
type Expectation = z.infer<typeof schema>
type Running = Extract<FalcoInForce, { readonly is: 'running' }>

/**
 * `alerts: { events: [shell-in-container], rule: Shell in container, fields: [user.name], quiet: [shell-on-host] }`: what
 * Falco on a host says of events, with the rule files that its falco.yaml names. `events` alert: by `rule` when it is
 * given, with `priority`, with `fields` in the output, and with the text that the format `output` gives. So does one event of
 * each of `actions`. `quiet` do not: with `rule`, not by that one.
 */
export const alerts = defineKind({
  schema,
  faults({ events, quiet, actions, rule: _, host: __, ...ofAlerts }, probes) {
    if (events === undefined && quiet === undefined && actions === undefined)
      return [{ path: [], message: '`alerts` asks nothing. Give `events`, `actions` or `quiet`.' }]
    const [idle] = Object.keys(ofAlerts)
    if (events === undefined && actions === undefined && idle !== undefined)
      return [{ path: [idle], message: `\`${idle}\` is about alerts. Give \`events\` or \`actions\`.` }]
    const format = ofAlerts.output === undefined ? undefined : parseOutput(ofAlerts.output)
    return [
      ...(format && 'fault' in format ? [{ path: ['output'], message: `Falco: ${format.fault.message}` }] : []),
      ...readEvents('events', events, probes).faults,
      ...readEvents('quiet', quiet, probes).faults,
      ...(actions ?? []).flatMap((asked, index) => {
        const action = readAskedAction(asked)
        return 'fault' in action ? [{ path: ['actions', index], message: action.fault }] : []
      }),
    ]
  },
  grade(expectation, context) {
    const host = expectation.host ?? context.host
    const falco = falcoOn(context.world, host)
    if (falco.is === 'undecided') return ungraded(falco.why)
    if (falco.is === 'stopped') return notStarted(host, falco.failure)
    const loud = readEvents('events', expectation.events, context.probes)
    const quiet = readEvents('quiet', expectation.quiet, context.probes)
    const [fault] = [...loud.faults, ...quiet.faults]
    if (fault) return ungraded(fault.message)
    const on = { host, files: falco.files }
    const actions = (expectation.actions ?? []).map(readAskedAction)
    const found = [
      ...actions.map(action => ('fault' in action ? { unknown: action.fault } : acted(action, expectation, falco, on))),
      ...loud.events.map(event => loudly(event, expectation, falco, on)),
      ...quiet.events.map(event => quietly(event, expectation, falco, on)),
    ]
    const unknown = found.find(it => it !== undefined && 'unknown' in it)
    if (unknown && 'unknown' in unknown) return ungraded(unknown.unknown)
    const examples = found.flatMap(it => (it && 'pairs' in it ? [it] : []))
    const [count, all] = [examples.length, found.length]
    if (count === 0) return pass(`${all} of ${all} events ${all === 1 ? 'does' : 'do'} as asked.`)
    return miss(`${count} of ${all} events tried ${count === 1 ? 'shows' : 'show'} the difference:`, ...examples)
  },
})

/** The counter-example that an event is; undefined when it does as asked. */
type Tried = CounterExample | { readonly unknown: string } | undefined

/** Events that tell no time happen at this one, in nanoseconds since 1970, so that a line can be written. */
const someTime = '1795271467211318552'

function readEvents(
  key: 'events' | 'quiet',
  written: string | readonly unknown[] | undefined,
  probes: ReadonlyMap<string, string>,
): { readonly events: readonly FalcoEvent[]; readonly faults: readonly Fault[] } {
  const text = typeof written === 'string' ? probes.get(written) : undefined
  const entries = typeof written === 'string' ? readYaml(text ?? '').documents[0]?.value : (written ?? [])
  if (!Array.isArray(entries))
    return { events: [], faults: [{ path: [key], message: `\`${written}\` holds no list of events.` }] }
  const events: FalcoEvent[] = []
  const faults: Fault[] = []
  for (const [index, entry] of entries.entries()) {
    const at = typeof written === 'string' ? [key] : [key, index]
    const { value: event, findings } = readFalcoEvent(entry, at)
    faults.push(...findings.map(({ path, message }) => ({ path: typeof written === 'string' ? at : path, message })))
    if (event) events.push(withSomeTime(event))
  }
  return { events, faults }
}

function withSomeTime(event: FalcoEvent): FalcoEvent {
  return { ...event, fields: new Map([['evt.rawtime', someTime], ...event.fields]) }
}

function notStarted(
  host: string,
  { words, file, text, range }: Extract<FalcoInForce, { readonly is: 'stopped' }>['failure'],
): Outcome {
  return miss('Falco does not start, so this could not be tried.', {
    pairs: [
      { label: 'Falco says', value: words, tone: 'got' },
      { label: 'On a real host', value: `falco -V ${file}, or journalctl -u falco-modern-bpf` },
    ],
    ...(range && {
      decidedBy: { text: 'This stops it.', place: placeOf({ host, path: file, text }, range), lit: 'stops Falco' },
    }),
  })
}

function loudly(event: FalcoEvent, wanted: Expectation, falco: Running, on: RuleFilesOnHost): Tried {
  const { alerts: heard, undecided } = falco.compiled.decide(event)
  const { rule: name } = wanted
  const alert = heard.find(({ rule }) => name === undefined || rule === name)
  if (alert) return asAsked(event, alert, wanted, falco, on)
  const open = undecided.find(rule => name === undefined || rule === name)
  if (open !== undefined) return { unknown: untold(open, event) }
  const decidedBy = whySilent(event, name, heard[0], falco, on)
  return {
    pairs: [
      { label: 'Event', value: event.title },
      { label: 'Falco says', value: heard.map(said).join(', ') || 'nothing', tone: 'got' },
      { label: 'Task asks', value: name === undefined ? 'an alert' : `an alert by “${name}”`, tone: 'want' },
    ],
    ...(decidedBy && { decidedBy }),
  }
}

/** An action alerts when one of its events does as asked; the last one stands for it otherwise. */
function acted(
  { name, events }: { readonly name: string; readonly events: readonly FalcoEvent[] },
  wanted: Expectation,
  falco: Running,
  on: RuleFilesOnHost,
): Tried {
  const tried = events.map(event => loudly(withSomeTime(event), wanted, falco, on))
  if (tried.includes(undefined)) return undefined
  const open = tried.find(it => it && 'unknown' in it)
  const last = tried.at(-1)
  return (
    open ?? (last && 'pairs' in last ? { ...last, pairs: [{ label: 'Action', value: name }, ...last.pairs] } : last)
  )
}

function quietly(event: FalcoEvent, { rule: name }: Expectation, falco: Running, on: RuleFilesOnHost): Tried {
  const { alerts: heard, undecided } = falco.compiled.decide(event)
  const alert = heard.find(({ rule }) => name === undefined || rule === name)
  if (!alert) {
    const open = undecided.find(rule => name === undefined || rule === name)
    return open === undefined ? undefined : { unknown: untold(open, event) }
  }
  const rule = falco.rules.rules.find(each => each.name === alert.rule)
  const decidedBy = rule && decidingPart(rule, event, on)
  return {
    pairs: [
      { label: 'Event', value: event.title },
      { label: 'Falco says', value: said(alert), tone: 'got' },
      { label: 'Task asks', value: name === undefined ? 'nothing' : `no alert by “${name}”`, tone: 'want' },
    ],
    ...(decidedBy && { decidedBy }),
  }
}

/** What is asked of the alert itself. */
function asAsked(
  event: FalcoEvent,
  alert: FalcoAlert,
  { priority, fields, output }: Expectation,
  falco: Running,
  on: RuleFilesOnHost,
): Tried {
  const rule = falco.rules.rules.find(({ name }) => name === alert.rule)
  const example = (label: string, got: string, want: string, decidedBy: DecidedBy | undefined): CounterExample => ({
    pairs: [
      { label: 'Event', value: event.title },
      { label, value: got, tone: 'got' },
      { label: 'Task asks', value: want, tone: 'want' },
    ],
    ...(decidedBy && { decidedBy }),
  })
  if (priority !== undefined && alert.priority !== priority) {
    const by = ofSetting(alert.rule, 'priority', `This is the last word on the priority of “${alert.rule}”.`, on)
    return example('Its priority', alert.priority, priority, by)
  }
  const missing = (fields ?? []).filter(field => !alert.fields.has(field) && !alert.unknown.includes(field))
  if (missing.length > 0) {
    const names = missing.map(field => `%${field}`).join(', ')
    return example('The output is', alert.message, `with ${names}`, ofOutput(rule, `Not in it: ${names}.`, on))
  }
  if (output === undefined || !rule) return undefined
  const [own, asked] = [rule.output.text, output].map(format => compileOutput(format)(withTime(event)))
  const open = asked?.unknown[0]
  if (open !== undefined) return { unknown: `the event “${event.title}” does not tell ${open}` }
  return own?.text === asked?.text
    ? undefined
    : example('The output is', own?.text ?? '', asked?.text ?? '', ofOutput(rule, 'The output as it stands.', on))
}

function ofOutput(rule: FalcoRule | undefined, text: string, on: RuleFilesOnHost): DecidedBy {
  const place = rule?.output.pieces[0]?.place
  const line = place && lineOf(place, on)
  return { text, ...(line && { place: line, lit: 'the output' }) }
}

/** Why no alert, or none by this rule. Without a name the last rule that is asked stands for all. */
function whySilent(
  event: FalcoEvent,
  name: string | undefined,
  other: FalcoAlert | undefined,
  { rules: { rules }, settings }: Running,
  on: RuleFilesOnHost,
): DecidedBy | undefined {
  const rule = name === undefined ? rules.at(-1) : rules.find(each => each.name === name)
  if (!rule) return { text: name === undefined ? 'There are no rules.' : `No rule is named “${name}”.` }
  if (!rule.enabled) return ofSetting(rule.name, 'enabled', `“${rule.name}” is not enabled.`, on)
  const least = settings.priority ?? 'Debug'
  if (!isAtLeast(rule.priority, least)) {
    const text = `“${rule.name}” has the priority ${rule.priority}. By falco.yaml, rules below ${least} are not asked.`
    return ofSetting(rule.name, 'priority', text, on)
  }
  if (explainRule(rule, event).matches !== true) return decidingPart(rule, event, on)
  const before = rules.find(each => each.name === other?.rule)
  if (before) {
    const text = `“${before.name}” stands before it and matches too. With \`rule_matching: first\` only the first alerts.`
    return ofRule(before, text, 'matches first', on)
  }
  return { text: `\`rules\` in falco.yaml switches “${rule.name}” off.` }
}

function said({ rule, priority, message }: FalcoAlert): string {
  return `${priority} ${message} (rule “${rule}”)`
}

function untold(rule: string, event: FalcoEvent): string {
  return `whether “${rule}” matches “${event.title}” hangs on something that the event does not tell`
}
