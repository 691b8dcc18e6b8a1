import type { Priority } from '#engine/validation/falco/rule-set.ts'
import type { Mark } from '../../workbench/findings/marks.ts'
import type { Form } from '../playground.ts'

/** The rule files of a host in the order in which Falco reads them. The first is the text of a link, the others are in its form. */
export const ruleFiles = [
  { field: 'rules', path: '/etc/falco/falco_rules.yaml', name: 'falco_rules.yaml' },
  { field: 'local', path: '/etc/falco/falco_rules.local.yaml', name: 'falco_rules.local.yaml' },
  { field: 'extra', path: '/etc/falco/rules.d/extra.yaml', name: 'rules.d/extra.yaml' },
] as const

export interface NamedRules {
  readonly name: string
  readonly text: string
}

/** What falco.yaml says of alerts. */
export interface ShownAs {
  readonly matching: 'first' | 'all'
  /** Rules below it are not asked. */
  readonly least: Priority
  readonly json: boolean
  /** Whether what the container plugin suggests stands behind each output, as in the falco.yaml that is shipped. */
  readonly suggested: boolean
}

/** Rules, events, and which of each is looked at. */
export interface AskedFalco {
  /** Those with a text, in Falco’s order. */
  readonly files: readonly NamedRules[]
  /** The files that Falco could start with last. */
  readonly before?: readonly NamedRules[]
  /** A YAML list of short-hands. */
  readonly events: string
  readonly shown: ShownAs
  /** Counted from 0. */
  readonly event: number
  readonly rule?: string
}

/** A piece of a rule file, counted from 1; the end is not included. */
export interface Spot {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** A comparison that decided, with what the event says of it. */
export interface Operand {
  /** As it is written; `not` before it where one stands there. */
  readonly text: string
  readonly held: boolean | undefined
  readonly field: string
  /** In words; absent where nobody told. */
  readonly value?: string
  readonly spot?: Spot
}

/** A comparison that lets in what goes on every day. */
export interface Opening {
  readonly says: string
  readonly spot?: Spot
}

/** What a rule makes of the event that is looked at. */
export interface RuleRow {
  readonly name: string
  readonly priority: Priority
  /** Where it stands. */
  readonly spot?: Spot
  /** `unasked`: it matches, but an earlier rule alerted. `off`: it is not enabled, or below the least priority. */
  readonly state: 'alerts' | 'unasked' | 'quiet' | 'open' | 'off'
}

/** Why a rule alerts or does not. */
export interface RuleWhy {
  readonly row: RuleRow
  readonly says: string
  readonly operands: readonly Operand[]
  /** Why Falco never tells of it, whatever happens. */
  readonly never?: string
  /** Which comparisons let ordinary events in, the widest first. */
  readonly noise: readonly Opening[]
}

export interface EventRow {
  readonly title: string
  /** `execve` */
  readonly type: string
  /** Its lines in the text of the events. */
  readonly lines: readonly [from: number, to: number]
  /** Names of rules. */
  readonly alerts: readonly string[]
  readonly open: readonly string[]
  /** What to put right; it is no event then. */
  readonly problem?: string
}

export interface AlertRow {
  /** Which event, counted from 0. */
  readonly event: number
  readonly rule: string
  readonly priority: Priority
  readonly line: string
}

/** How often a rule fires over the standard events. */
export interface FiringRow {
  readonly rule: string
  readonly priority: Priority
  readonly spot?: Spot
  /** For which of them it does, by their place. */
  readonly events: readonly number[]
}

export interface Firing {
  /** The standard events: in words, and as an item of the list that is written. */
  readonly events: readonly { readonly title: string; readonly item: string }[]
  readonly rows: readonly FiringRow[]
}

export interface FileReply {
  readonly name: string
  readonly marks: readonly Mark[]
  /** What Falco prints of it; absent where it has nothing to say. */
  readonly says?: string
}

export interface FalcoReply {
  /** Whether Falco starts with these files. If not, everything below `files` is about those that it started with last. */
  readonly starts: boolean
  readonly files: readonly FileReply[]
  readonly summary: string
  /** What is wrong with the text of the events as a whole. */
  readonly trouble?: string
  readonly events: readonly EventRow[]
  readonly alerts: readonly AlertRow[]
  /** Alerts and rules that are not listed, because nobody reads so many. */
  readonly left: { readonly alerts: number; readonly rules: number }
  readonly rules: readonly RuleRow[]
  readonly why?: RuleWhy
  readonly firing?: Firing
}

/** The files of a link’s text and form. */
export function filesOf(text: string, form: Form): readonly NamedRules[] {
  return ruleFiles
    .map(({ field, path }) => ({ name: path, text: field === 'rules' ? text : (form[field] ?? '') }))
    .filter(it => it.text.trim() !== '')
}
