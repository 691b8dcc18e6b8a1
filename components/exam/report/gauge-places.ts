/** The gauge's drawing: 8.4 units are a point. Words have room beside the wall on at least one side. */
export const GAUGE = { width: 840, height: 76 } as const

const WORDS = 240
const GAP = 13

interface Label {
  readonly x: number
  readonly anchor: 'start' | 'end'
}

export interface GaugePlaces {
  /** How far the water reaches. */
  readonly water: number
  /** The middle of the wall that marks the pass mark. */
  readonly wall: number
  readonly mark: Label
  readonly verdict: Label
  /** Both labels stand on the same side: written as one line. */
  readonly together: boolean
}

/** Where the score's gauge draws what. Score and pass mark are 0 to 100; what lies outside is drawn at the end. */
export function gaugePlaces(score: number, pass: number): GaugePlaces {
  const wall = place(pass)
  const left: Label = { x: wall - GAP, anchor: 'end' }
  const right: Label = { x: wall + GAP, anchor: 'start' }
  const tooFarRight = wall > GAUGE.width - WORDS
  const tooFarLeft = wall < WORDS / 2
  return {
    water: place(score),
    wall,
    mark: tooFarLeft ? right : left,
    verdict: tooFarRight ? left : right,
    together: tooFarLeft || tooFarRight,
  }
}

function place(points: number): number {
  return Math.round(Math.min(100, Math.max(0, points)) * GAUGE.width) / 100
}
