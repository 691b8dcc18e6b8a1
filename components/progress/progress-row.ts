import type { LabRow } from '../labs/lab-row.ts'

/** A lab that was worked at. Times in milliseconds since the epoch. */
export interface ProgressRow extends LabRow {
  readonly openedAt?: number
  readonly lastAt?: number
  readonly solvedAt?: number
  readonly attempts: number
  readonly checks: number
}
