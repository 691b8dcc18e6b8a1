import type { Finding } from '#engine/yaml/finding.ts'
import type { Mark } from '../workbench/findings/marks.ts'
import type { KindId } from './kinds.ts'

/** A question as it stands in the form: field → what is written in it. */
export type Form = Readonly<Record<string, string>>

/** Lines of the text, counted from 1, both included. */
export type Lines = readonly [from: number, to: number]

/** One row of the reasons: what was asked, in order, and what it said. `off` was not asked any more. */
export interface Why {
  readonly label: string
  readonly says: string
  readonly state: 'passed' | 'decides' | 'off'
}

export interface Answer {
  /** `RequestResponse`, `refused with EPERM`: the largest words on the page. */
  readonly outcome: string
  readonly note?: string
  /** What decided, to be put behind "Decided by". */
  readonly by: string
  readonly lit: readonly Lines[]
  readonly why: readonly Why[]
  /** What is told beside the decision. */
  readonly more?: readonly Section[]
}

export interface SectionRow {
  readonly label: string
  readonly says: string
}

/** Something that is told behind a title; without rows and text the title says it all. */
export interface Section {
  readonly title: string
  readonly rows: readonly SectionRow[]
  readonly text?: string
  readonly isOpen?: true
}

/** A rule, and how many of the usual questions it decides. */
export interface TallyRow {
  /** "Rule 2" */
  readonly label: string
  /** What it does: `Metadata`, `deny /** w`. */
  readonly says: string
  /** Where it stands; absent for what decides where no rule does. */
  readonly lines?: Lines
  readonly count: number
}

/** The usual questions of a kind, asked of the whole text. */
export interface Tally {
  readonly total: number
  /** What they are: "requests". */
  readonly asked: string
  /** How they were chosen: "6 users, 8 resources, 5 verbs". */
  readonly chosen: string
  readonly rows: readonly TallyRow[]
}

/** Who reaches whom: a row of `open` for each end as it opens, a column as it is reached; the ports, as they are shown. */
export interface ReachMap {
  /** `shop/db-0`, or an address. */
  readonly ends: readonly string[]
  /** `''`: nothing is open. */
  readonly open: readonly (readonly string[])[]
  /** Pods that are left out. */
  readonly leftOut: number
}

/** A text that was opened. There is no `ask` where it cannot be read as a whole. */
export interface Opened {
  readonly findings: readonly Finding[]
  /** "Read 4 rules." */
  readonly summary?: string
  /** An answer, or a sentence on what to put right in the question. */
  ask?(form: Form): Answer | string
  /** Asked once a text, beside `ask`. The work is bounded, however long the text is. */
  tally?(): Tally | undefined
  reach?(): ReachMap
  /** What a field of the question may well be filled with, by the field’s name. */
  readonly known?: Readonly<Record<string, readonly string[]>>
}

export type Open = (text: string) => Opened

/** A text and a question of it. `before`: the text that could be read last. */
export interface Asked {
  readonly kind: KindId
  readonly text: string
  readonly before?: string
  readonly form: Form
}

export interface Reply {
  readonly marks: readonly Mark[]
  readonly summary: string
  /** Whether the text could be read. If not, the answer is about `before`. */
  readonly isRead: boolean
  readonly tally?: Tally
  readonly reach?: ReachMap
  readonly known?: Opened['known']
  readonly answer?: Answer
  readonly problem?: string
}

export interface Example {
  readonly title: string
  readonly text: string
  /** Questions of it. The first one is asked when it is loaded. */
  readonly questions: readonly Form[]
}
