/** A score as it is written beside its pass mark. */
export interface ScoreWords {
  /** "71", "66.9". */
  readonly shown: string
  readonly verdict: 'Passed' | 'Failed'
  /** "by 4 points", "at the pass mark". */
  readonly by: string
}

interface Scored {
  /** 0 to 100. */
  readonly score: number
  readonly pass: number
  readonly passed: boolean
}

/**
 * The score to one decimal and its distance from the pass mark.
 * A score that rounding would lift to the mark, or push below it, stays a tenth on its own side.
 */
export function scoreWords({ score, pass, passed }: Scored): ScoreWords {
  const near = tenth(score)
  const shown = passed ? Math.max(near, pass) : Math.min(near, tenth(pass - 0.1))
  const apart = tenth(Math.abs(shown - pass))
  return {
    shown: String(shown),
    verdict: passed ? 'Passed' : 'Failed',
    by: apart === 0 ? 'at the pass mark' : `by ${pointsOf(apart)}`,
  }
}

/** "1 point", "2.5 points". */
export function pointsOf(points: number): string {
  const amount = tenth(points)
  return `${amount} ${amount === 1 ? 'point' : 'points'}`
}

/** To one decimal, as scores and shares of points are written. */
export function tenth(amount: number): number {
  return Math.round(amount * 10) / 10
}
