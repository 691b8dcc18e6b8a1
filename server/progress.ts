import 'server-only'
import type { AttemptStatus, LabCard } from '#engine/grade/attempt-view.ts'

/** What a learner did at one lab, over all attempts. Times in milliseconds since the epoch. */
export interface LabProgress {
  readonly lab: LabCard
  /** Best first: `solved` when any attempt was solved before the solution was opened. */
  readonly state: 'not-started' | AttemptStatus
  /** The best check: points earned, of how many. Absent before the first check. */
  readonly best?: { readonly earned: number; readonly of: number }
  readonly openedAt?: number
  readonly lastAt?: number
  readonly solvedAt?: number
  readonly attempts: number
  readonly checks: number
  readonly hints: number
  readonly givenUp: boolean
}

export interface DomainProgress {
  readonly domain: string
  readonly labs: number
  readonly solved: number
  readonly earned: number
  readonly of: number
}

export interface Progress {
  /** Every lab of the library, in its order, then labs that are gone but were tried. */
  readonly labs: readonly LabProgress[]
  /** Labs that were opened, newest first. */
  readonly recent: readonly LabProgress[]
  /** Domains that have labs; `of` sums the points of all of their labs. */
  readonly domains: readonly DomainProgress[]
}

export async function progressOf(_learner: string): Promise<Progress> {
  throw new Error('not built yet')
}

/** Everything that is stored of a learner, as plain JSON. */
export async function exportOf(_learner: string): Promise<object> {
  throw new Error('not built yet')
}

/** Deletes everything that is stored of a learner. */
export async function deleteEverything(_learner: string): Promise<void> {
  throw new Error('not built yet')
}
