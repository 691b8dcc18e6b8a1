export interface Mark {
  readonly x: number
  readonly y: number
  readonly at: number
  /** Labs solved up to and with this one. */
  readonly count: number
}

export interface SolvedSteps {
  readonly marks: readonly Mark[]
  /** Corners of the line, from the first day to now, as an SVG polyline takes them. */
  readonly line: string
}

interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * Labs solved over time as a line that rises by one at each. The left edge is `from`, the right edge `now`,
 * the top is `total` labs. Times in milliseconds, lengths in the units of the frame.
 */
export function solvedSteps(
  solvedAt: readonly number[],
  from: number,
  now: number,
  total: number,
  frame: Frame,
): SolvedSteps {
  const { left, right, top, bottom } = frame
  const span = Math.max(now - from, 1)
  const xOf = (at: number) => round(left + ((Math.min(Math.max(at, from), now) - from) / span) * (right - left))
  const yOf = (count: number) => round(bottom - (count / Math.max(total, 1)) * (bottom - top))
  const marks = solvedAt.toSorted((a, b) => a - b).map((at, i) => ({ x: xOf(at), y: yOf(i + 1), at, count: i + 1 }))
  const corners = marks.flatMap(({ x, y, count }) => [`${x},${yOf(count - 1)}`, `${x},${y}`])
  const last = marks.at(-1)
  return { marks, line: [`${left},${bottom}`, ...corners, `${right},${last?.y ?? bottom}`].join(' ') }
}

const round = (length: number) => Math.round(length * 10) / 10
