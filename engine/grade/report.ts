/** One line of a counter-example: "Request", "It is logged", "Task asks". */
export interface Pair {
  readonly label: string
  readonly value: string
  /** `got`: what happens; `want`: what the task asks. */
  readonly tone?: 'got' | 'want'
}

/** A place in a file of a host. Lines count from 1, the last one included. */
export interface Place {
  readonly host: string
  readonly path: string
  readonly line: number
  readonly endLine: number
}

/** What decided: "rule 2 matches first", with its place when there is a line that did it. */
export interface DecidedBy {
  readonly text: string
  readonly place?: Place
  /** What the editor writes behind the lit line: "decides get secrets/db in prod". */
  readonly lit?: string
}

/** The one request, system call or setting that shows the miss. */
export interface CounterExample {
  readonly pairs: readonly Pair[]
  readonly decidedBy?: DecidedBy
}

/** What one check found. `ungraded` is our fault or our ignorance and counts neither for nor against. */
export type Outcome =
  | { readonly result: 'pass'; readonly say: string }
  | { readonly result: 'miss'; readonly say: string; readonly examples: readonly CounterExample[] }
  | { readonly result: 'ungraded'; readonly say: string }

/** What a learner may know of a check before it is tried. */
export interface CheckTitle {
  readonly id: string
  readonly title: string
  readonly points: number
  readonly guard: boolean
}

export interface Verdict extends CheckTitle {
  readonly outcome: Outcome
  /** Points given: 0 for a guard that stands alone. */
  readonly earned: number
}

export interface Report {
  readonly verdicts: readonly Verdict[]
  readonly earned: number
  /** Points that could be had: those of ungraded checks are left out. */
  readonly of: number
  /** Everything that can be earned is earned, and nothing stayed ungraded. */
  readonly solved: boolean
}
