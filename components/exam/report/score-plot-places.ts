/** The frame of the plot, in units of its drawing: scores 0 to 100 from `bottom` to `top`. */
export const PLOT = { width: 352, height: 172, left: 30, right: 340, top: 16, bottom: 146 } as const

/** More than these stand too close to be told apart; the newest are kept. */
const MOST = 12
/** From here on there is no room for a label over a point, and up to there none under it. */
const HIGH = 90
const LOW = 14

interface Scored {
  readonly score: number
  readonly passed: boolean
}

export interface PlotPoint<It> {
  readonly it: It
  readonly x: number
  readonly y: number
  /** The score's label: above the last point, below the others, unless it would leave the frame. */
  readonly labelY: number
}

/** One point per exam at even distances, in the order given: the oldest first. */
export function plotPoints<It extends Scored>(scores: readonly It[]): readonly PlotPoint<It>[] {
  const shown = scores.slice(-MOST)
  const { left, right } = PLOT
  return shown.map((it, at) => {
    const y = scoreY(it.score)
    const last = at === shown.length - 1
    const above = it.score < LOW || (last && it.score < HIGH)
    return {
      it,
      x: tenth(left + ((at + 0.5) / shown.length) * (right - left)),
      y,
      labelY: tenth(above ? y - 11 : y + 20),
    }
  })
}

/** The height of a score, 0 to 100. */
export function scoreY(score: number): number {
  const { top, bottom } = PLOT
  return tenth(bottom - (Math.min(100, Math.max(0, score)) / 100) * (bottom - top))
}

const tenth = (length: number) => Math.round(length * 10) / 10
