import type { AttemptHead, FileName, PastCommand } from '../attempt-view.ts'
import type { Report } from '../report.ts'

/** An exam that can be begun. */
export interface ExamCard {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly minutes: number
  /** Per cent. */
  readonly pass: number
  readonly tasks: number
}

/** An exam of this learner in lists. Times in milliseconds since the epoch. */
export interface ExamSummary {
  readonly id: string
  readonly blueprint: string
  readonly title: string
  readonly startedAt: number
  readonly endedAt: number
  readonly minutes: number
  readonly pass: number
  /** Absent while it is being graded. */
  readonly score?: number
  readonly passed?: boolean
}

/** Extra time in per cent, as an instructor gives it. */
export type ExtraTime = 0 | 25 | 50 | 100

/** A task in the list beside the clock. Nothing of its checks. */
export interface ExamTaskCard {
  /** From 1. */
  readonly number: number
  readonly title: string
  readonly host: string
  /** Whole per cent of the exam. */
  readonly weight: number
  /** Its share of the exam's minutes. */
  readonly minutes: number
  /** It was before the candidate. */
  readonly seen: boolean
  readonly flagged: boolean
  readonly done: boolean
}

/** `grading` from the end until the report is stored. */
export type ExamState = 'running' | 'grading' | 'graded'

/** The server's clock and what another tab may have changed: what every act on an exam answers. */
export interface ExamHead {
  readonly state: ExamState
  /** The server's time in milliseconds since the epoch; only differences from it count in a browser. */
  readonly now: number
  readonly endsAt: number
  readonly tasks: readonly { readonly number: number; readonly flagged: boolean; readonly done: boolean }[]
  /** Counts changes of the notepad. */
  readonly notes: number
}

/** The exam's frame at first paint. */
export interface ExamView {
  readonly id: string
  /** What a candidate tells an instructor who gives more time: "K7QF-2M". */
  readonly code: string
  readonly title: string
  /** Of the exam alone, without extra time. */
  readonly minutes: number
  readonly extra: ExtraTime
  readonly head: ExamHead
  /** Where the candidate was last. */
  readonly current: number
  readonly tasks: readonly (ExamTaskCard & { /** Markdown. */ readonly task: string })[]
  readonly notes: { readonly text: string; readonly version: number }
}

/** What the editor and the terminals of one task need when it is first shown. */
export interface ExamTaskView {
  /** The attempt's id: terminals and files are asked of it. */
  readonly id: string
  readonly number: number
  readonly host: string
  readonly hosts: readonly string[]
  readonly head: AttemptHead
  readonly files: readonly (FileName & { readonly text: string | null })[]
  readonly terminals: readonly { readonly id: string; readonly prompt: string }[]
  readonly past: readonly PastCommand[]
}

/** A change made on a host that the task is not about. */
export interface Slip {
  readonly host: string
  /** The command line, or the path of a file saved in the editor. */
  readonly text: string
  readonly kind: 'command' | 'edit'
  readonly at: number
}

export interface ExamTaskReport {
  readonly number: number
  readonly lab: string
  readonly title: string
  readonly domain: string
  readonly competency: string
  readonly host: string
  readonly weight: number
  /** Of `weight`, to one decimal. */
  readonly earned: number
  /** Spent on it and wanted for it, in milliseconds. */
  readonly spent: number
  readonly budget: number
  readonly commands: number
  readonly edits: number
  readonly slips: readonly Slip[]
  readonly flagged: boolean
  readonly done: boolean
  /** Null: it could not be graded, which is our fault; `fault` says why in a sentence. */
  readonly report: Report | null
  readonly fault?: string
  /** Markdown and shell. */
  readonly explain: string
  readonly script: string
}

/** What a graded exam tells. Times in milliseconds since the epoch. */
export interface ExamReport {
  readonly format: 'breakwater-exam/1'
  readonly id: string
  readonly blueprint: string
  readonly title: string
  readonly seed: string
  readonly minutes: number
  readonly extra: ExtraTime
  readonly pass: number
  readonly startedAt: number
  readonly endedAt: number
  /** Who ended it. */
  readonly ended: 'candidate' | 'clock'
  /** 0 to 100, to one decimal, over what could be graded. */
  readonly score: number
  readonly passed: boolean
  /** Per cent of the exam left out of the score because it could not be graded. */
  readonly leftOut: number
  /** Milliseconds when no task was before the candidate: the browser was closed or away. */
  readonly away: number
  readonly domains: readonly { readonly domain: string; readonly earned: number; readonly of: number }[]
  readonly tasks: readonly ExamTaskReport[]
}
