import { expect, test } from 'vitest'
import { GAUGE, gaugePlaces } from './gauge-places.ts'

test('the water ends at the score, the wall stands at the pass mark, the words beside it', () => {
  expect(gaugePlaces(71, 67)).toEqual({
    water: 596.4,
    wall: 562.8,
    mark: { x: 549.8, anchor: 'end' },
    verdict: { x: 575.8, anchor: 'start' },
    together: false,
  })
})

test('a score a tenth below the mark does not reach the wall', () => {
  const { water, wall } = gaugePlaces(66.9, 67)
  expect(water).toBeLessThan(wall)
})

test.each([
  { pass: 95, side: 'end' },
  { pass: 5, side: 'start' },
])('a pass mark of $pass has all its words on the free side', ({ pass, side }) => {
  const { mark, verdict, together } = gaugePlaces(50, pass)
  expect([mark.anchor, verdict.anchor, together]).toEqual([side, side, true])
})

test.each([
  [-3, 0],
  [0, 0],
  [100, GAUGE.width],
  [130, GAUGE.width],
])('a score of %d is drawn at %d', (score, water) => {
  expect(gaugePlaces(score, 67).water).toBe(water)
})
