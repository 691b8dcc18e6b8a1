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
}

/** A text that was opened. There is no `ask` where it cannot be read as a whole. */
export interface Opened {
  readonly findings: readonly Finding[]
  /** "Read 4 rules." */
  readonly summary?: string
  /** An answer, or a sentence on what to put right in the question. */
  ask?(form: Form): Answer | string
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
  readonly answer?: Answer
  readonly problem?: string
}

export interface Example {
  readonly title: string
  readonly text: string
  /** Questions of it. The first one is asked when it is loaded. */
  readonly questions: readonly Form[]
}
