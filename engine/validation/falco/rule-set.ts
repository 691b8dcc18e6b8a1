import type { Finding, Reading } from '../../yaml/finding.ts'
import type { ConditionNode } from './condition/syntax.ts'
import type { Notice } from './load/notice.ts'
import type { MappedText, Place } from './mapped-text.ts'

/** A rule file as Falco loads it: the name is what findings say, usually its path. */
export interface RuleFile {
  readonly name: string
  readonly text: string
}

export const priorities = [
  'Emergency',
  'Alert',
  'Critical',
  'Error',
  'Warning',
  'Notice',
  'Informational',
  'Debug',
] as const
export type Priority = (typeof priorities)[number]

/** A rule as it stands after all appends, overrides and exceptions, lists and macros put in. */
export interface FalcoRule {
  readonly name: string
  readonly desc: string
  readonly priority: Priority
  readonly tags: readonly string[]
  readonly enabled: boolean
  readonly output: MappedText
  readonly condition: ConditionNode
  /** Where its name stands: of its first definition. */
  readonly place?: Place
}

/** Names that conditions may use, for completion and hovers. */
export interface NamedPart {
  readonly name: string
  /** A macro's condition, a list's items parted by commas. */
  readonly text: string
  readonly place?: Place
}

export interface RuleSet {
  /** In the order in which Falco asks them. Rules that Falco skips (an unknown source) are not there. */
  readonly rules: readonly FalcoRule[]
  readonly macros: readonly NamedPart[]
  readonly lists: readonly NamedPart[]
}

/** `file` is the name of the file that `range` counts in; `data.falco` is Falco's own code where it has one. */
export interface FalcoFinding extends Finding {
  readonly file: string
}

/** What `falco -V` says of a file: its first error, and the warnings before that, by Falco's own codes. */
export interface FileVerdict {
  readonly file: string
  readonly verdict: 'ok' | 'warnings' | 'invalid'
  readonly error?: SaidByFalco
  readonly warnings: readonly SaidByFalco[]
  /** What its check of the file's shape says; nothing comes of that. `ok` for a document without fault; empty without documents. */
  readonly schema: readonly string[]
}

export interface SaidByFalco {
  readonly code: string
  readonly message: string
  /** What it was made of; `toldContext` makes what Falco prints of its context. */
  readonly notice: Notice
}

export interface FalcoReading extends Reading<RuleSet> {
  readonly findings: readonly FalcoFinding[]
  /** In load order. Falco does not start when one is invalid. */
  readonly files: readonly FileVerdict[]
}
