import type { Difficulty } from './lab.ts'
import type { CheckTitle, Report } from './report.ts'

/** A file the editor can show. */
export interface FileName {
  readonly host: string
  readonly path: string
}

/** A lab as lists show it: nothing secret. */
export interface LabCard {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly domain: string
  readonly competency: string
  readonly difficulty: Difficulty
  readonly minutes: number
  readonly points: number
}

export type AttemptStatus = 'open' | 'solved' | 'given-up'

/** One line in the terminal's past, to draw the screen again after a reload. */
export interface PastCommand {
  readonly seq: number
  readonly terminal: string
  /** The prompt it was typed at: "candidate@base:~$". */
  readonly prompt: string
  readonly text: string
  /** What it printed, cut in front when long. */
  readonly output: string
  readonly undone: boolean
}

/** Where an attempt stands: what every act on it answers. Times in milliseconds since the epoch. */
export interface AttemptHead {
  /** The number of the newest step; an act that was sent with an older one gets a conflict. */
  readonly seq: number
  readonly status: AttemptStatus
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Steps since the last reset that change the world and are not undone. */
  readonly steps: number
  /** The seq of the newest check, and the seq of the last world change before it: tells "saved" from "checked". */
  readonly checkedAt?: number
  readonly changedSinceCheck: boolean
}

export interface ShownReport {
  readonly report: Report
  readonly at: number
  readonly milliseconds: number
  /** Points of the check before. */
  readonly before?: number
}

/** Hints of one check: only opened ones carry text (Markdown). */
export interface HintsView {
  readonly check: string
  readonly title: string
  readonly count: number
  readonly opened: readonly string[]
}

/** Everything the workbench needs at first paint. Nothing in it is secret. */
export interface AttemptView {
  readonly id: string
  readonly lab: LabCard
  readonly host: string
  readonly hosts: readonly string[]
  readonly checks: readonly CheckTitle[]
  readonly startedAt: number
  readonly head: AttemptHead
  readonly task: string
  readonly hints: readonly HintsView[]
  /** Files to open as tabs at the start. */
  readonly files: readonly (FileName & { readonly text: string | null })[]
  readonly terminals: readonly { readonly id: string; readonly prompt: string }[]
  readonly past: readonly PastCommand[]
  readonly report?: ShownReport
  /** Only after success or on giving up (Markdown and shell). */
  readonly solution?: { readonly explain: string; readonly script: string }
}

/** Why an act was not done; each has one sentence for the learner. */
export type Refused =
  | { readonly refused: 'conflict'; readonly say: string }
  | { readonly refused: 'not-found'; readonly say: string }
  | {
      readonly refused: 'too-large' | 'too-many' | 'not-due' | 'over' | 'invalid' | 'full' | 'unavailable'
      readonly say: string
    }

/** One frame of the terminal's streamed answer, a JSON object a line. */
export type TerminalFrame =
  | { readonly kind: 'out'; readonly text: string }
  /** The shell wants more lines (an open quote or here-document): nothing ran, nothing was stored. */
  | { readonly kind: 'more' }
  | {
      readonly kind: 'end'
      readonly exitCode: number
      readonly prompt: string
      readonly host: string
      readonly head: AttemptHead
      readonly changed: Readonly<Record<string, readonly string[]>>
      readonly open?: FileName
      readonly clear?: boolean
      readonly closed?: boolean
    }
  | { readonly kind: 'refused'; readonly refusal: Refused }
