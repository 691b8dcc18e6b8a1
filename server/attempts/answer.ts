import type { Refused } from '#engine/grade/attempt-view.ts'

/** What every act answers: done, with what came of it, or refused with one sentence for the learner. */
export type Answer<T> = ({ readonly ok: true } & T) | ({ readonly ok: false } & Refused)

/**
 * What an act that adds a step sends along.
 * `after` is the `head.seq` its sender saw last: when another tab has moved on since, the act gets a conflict.
 * `tab` is a random word of the sender's browser tab: own steps that ended meanwhile (a command running beside an edit)
 * are then no conflict. Without it every newer step is one.
 */
export interface ActInput {
  readonly attempt: string
  readonly after: number
  readonly tab?: string
}

export interface Solution {
  /** Markdown. */
  readonly explain: string
  /** Shell. */
  readonly script: string
}
