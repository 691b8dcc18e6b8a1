import { expect, test } from 'vitest'
import { keyStep } from './shares.ts'

/** Key, axis, share → the new share. */
const cases: readonly (readonly [string, 'x' | 'y', number, number | undefined])[] = [
  ['ArrowRight', 'x', 0.3, 0.32],
  ['ArrowLeft', 'x', 0.3, 0.28],
  ['Shift ArrowLeft', 'x', 0.3, 0.2],
  ['ArrowDown', 'y', 0.5, 0.52],
  ['Shift ArrowUp', 'y', 0.5, 0.4],
  ['ArrowUp', 'x', 0.3, undefined],
  ['ArrowLeft', 'y', 0.3, undefined],
  ['ArrowLeft', 'x', 0.16, 0.15],
  ['Shift ArrowRight', 'x', 0.8, 0.85],
  ['Home', 'x', 0.5, 0.15],
  ['End', 'y', 0.5, 0.85],
  ['a', 'x', 0.5, undefined],
]

test.each(cases)('%s on %s at %d', (keys, axis, share, expected) => {
  const next = keyStep({ key: keys.split(' ').at(-1) ?? '', shiftKey: keys.startsWith('Shift') }, axis, share)
  if (expected === undefined) expect(next).toBeUndefined()
  else expect(next).toBeCloseTo(expected)
})
