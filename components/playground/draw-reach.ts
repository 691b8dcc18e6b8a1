import type { ReachMap } from './playground.ts'

export const WIDTH = 400
export const HEIGHT = 300
/** Ends that a drawing shows: more would be a web of lines. */
const MAX_NODES = 8
const MAX_LABEL = 15

/** Ends on a circle. */
export interface Node {
  readonly shown: string
  readonly words: string
  readonly x: number
  readonly y: number
  readonly labelX: number
  readonly labelY: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/** A bent line from one end to another, and where its ports are written. */
export interface Arrow {
  readonly key: string
  readonly ports: string
  readonly path: string
  readonly x: number
  readonly y: number
}

/** Places ends and arrows: two that reach each other get two lines, bent apart. */
export function drawReach({ ends, open }: ReachMap): {
  readonly nodes: readonly Node[]
  readonly arrows: readonly Arrow[]
} {
  const shown = ends.slice(0, MAX_NODES)
  const nodes = shown.map((name, at): Node => {
    const angle = (2 * Math.PI * at) / shown.length - Math.PI / 2
    const [across, down] = [Math.cos(angle), Math.sin(angle)]
    const [x, y] = [round(WIDTH / 2 + 88 * across), round(HEIGHT / 2 + 112 * down)]
    const isMiddle = Math.abs(across) < 0.2
    return {
      ...{ shown: name, words: shortened(name), x, y },
      labelX: isMiddle ? x : x + 11 * Math.sign(across),
      labelY: y + (isMiddle ? 18 * Math.sign(down) + 4 : 4),
      anchor: isMiddle ? 'middle' : across > 0 ? 'start' : 'end',
    }
  })
  const arrows = nodes.flatMap((from, row) =>
    nodes.flatMap((to, column): readonly Arrow[] => {
      const ports = open[row]?.[column] ?? ''
      return ports === '' ? [] : [arrow(from, to, ports)]
    }),
  )
  return { nodes, arrows }
}

/** So far from an end a line begins and stops. */
const GAP = 9
const BEND = 14

function arrow(from: Node, to: Node, ports: string): Arrow {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  const [ux, uy] = [dx / length, dy / length]
  const bent = { x: (from.x + to.x) / 2 - uy * BEND, y: (from.y + to.y) / 2 + ux * BEND }
  const start = `${round(from.x + ux * GAP)} ${round(from.y + uy * GAP)}`
  const end = `${round(to.x - ux * GAP)} ${round(to.y - uy * GAP)}`
  const path = `M${start} Q${round(bent.x)} ${round(bent.y)} ${end}`
  return { key: `${from.shown} ${to.shown}`, ports, path, x: round(bent.x), y: round(bent.y) + 3 }
}

const round = (value: number) => Math.round(value * 10) / 10
const shortened = (name: string) => (name.length > MAX_LABEL ? `${name.slice(0, MAX_LABEL - 1)}…` : name)
