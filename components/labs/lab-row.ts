import type { AttemptStatus, LabCard } from '#engine/grade/attempt-view.ts'

/** A lab of the list with what this learner did at it. */
export interface LabRow {
  readonly lab: LabCard
  readonly state: 'not-started' | AttemptStatus
  readonly best?: { readonly earned: number; readonly of: number }
  readonly hints: number
}

/** What lists need to know of an exam domain. */
export interface ListedDomain {
  readonly slug: string
  readonly number: number
  readonly title: string
  /** Percent of the exam. */
  readonly weight: number
}
