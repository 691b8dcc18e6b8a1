import type { TourStep } from './steps.ts'

interface Size {
  readonly width: number
  readonly height: number
}

type Box = Size & { readonly left: number; readonly top: number }

const gap = 14
const edge = 8

/** The left upper corner of a box beside a target, within the window, in CSS pixels. */
export function placeBeside(target: Box, side: TourStep['side'], box: Size, within: Size): { x: number; y: number } {
  const x = {
    right: target.left + target.width + gap,
    left: target.left - box.width - gap,
    below: target.left + target.width - box.width,
  }[side]
  const y = side === 'below' ? target.top + target.height + gap : target.top + gap
  const inside = (at: number, most: number) => Math.max(edge, Math.min(at, most - edge))
  return { x: inside(x, within.width - box.width), y: inside(y, within.height - box.height) }
}
