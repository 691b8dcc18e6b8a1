import { expect, test } from 'vitest'
import { PLOT, plotPoints, scoreY } from './score-plot-places.ts'

const exam = (score: number) => ({ score, passed: score >= 67 })

test('0 lies on the bottom line, 100 on the top one, and nothing outside', () => {
  expect([0, 50, 100].map(scoreY)).toEqual([146, 81, 16])
  expect([-5, 130].map(scoreY)).toEqual([146, 16])
})

test('one exam stands in the middle, several at even distances', () => {
  expect(plotPoints([exam(71)]).map(it => it.x)).toEqual([185])
  expect(plotPoints([exam(38), exam(71)]).map(it => it.x)).toEqual([107.5, 262.5])
  expect(plotPoints([])).toEqual([])
})

test('the newest twelve are drawn', () => {
  const points = plotPoints(Array.from({ length: 30 }, (_, at) => exam(at)))
  expect(points).toHaveLength(12)
  expect(points.at(-1)?.it.score).toBe(29)
})

test.each([[0], [13], [50], [89], [100]])('labels beside a score of %d stay in the frame', score => {
  for (const { labelY } of plotPoints([exam(score), exam(score)])) {
    expect(labelY).toBeGreaterThan(0)
    expect(labelY).toBeLessThan(PLOT.bottom + 8)
  }
})
