import type { Difficulty } from '../lab.ts'

/** What drawing an exam needs to know of a lab. */
export interface ExamLab {
  /** `pack/slug` */
  readonly id: string
  readonly domain: string
  readonly difficulty: Difficulty
  /** Of all its checks together. */
  readonly points: number
  /** How many it has; at least one. */
  readonly variants: number
}
