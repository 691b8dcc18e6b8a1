import type { Difficulty } from '../lab.ts'

/** What a draw takes labs from; a lab fits when each list that is given names it. */
export interface DrawFrom {
  readonly pack?: readonly string[]
  readonly domain?: readonly string[]
  readonly difficulty?: readonly Difficulty[]
}

/** One entry of a blueprint: a fixed lab, or so many drawn ones. */
export type BlueprintTask =
  | { readonly lab: string }
  | { readonly draw: { readonly count: number; readonly from: DrawFrom } }

/** A timed mock exam as `content/exams/<id>.yaml` writes it. */
export interface Blueprint {
  /** The file's name without its ending. */
  readonly id: string
  readonly title: string
  /** One sentence for the list of exams. */
  readonly summary: string
  readonly minutes: number
  /** The pass mark in per cent. */
  readonly pass: number
  readonly tasks: readonly BlueprintTask[]
  /** Each task by its lab's points, or whole per cents in the order of the tasks that add up to 100. */
  readonly weights: 'by-points' | readonly number[]
}

/** A blueprint drawn for one candidate: what the same seed gives a whole class. */
export interface Paper {
  readonly blueprint: string
  readonly title: string
  readonly minutes: number
  readonly pass: number
  readonly seed: string
  readonly tasks: readonly PaperTask[]
}

export interface PaperTask {
  readonly lab: string
  /** Index into the lab's variants. */
  readonly variant: number
  /** Whole per cent of the exam; all together 100. */
  readonly weight: number
}
