import { expect, test } from 'vitest'
import { isOver, minutesOf, spelled } from './time-words.ts'

test.each([
  [0, '0.0', 'less than a minute'],
  [59_000, '1.0', 'less than a minute'],
  [60_000, '1.0', '1 min'],
  [270_000, '4.5', '5 min'],
  [7_020_000, '117.0', '1 h 57 min'],
])('%d ms', (milliseconds, column, sentence) => {
  expect(minutesOf(milliseconds)).toBe(column)
  expect(spelled(milliseconds)).toBe(sentence)
})

test.each([
  [7.5, 7.2, false],
  [9, 8.4, false],
  [9.8, 8.4, true],
  [0, 0, false],
])('%d of %d minutes: over is %s', (spent, budget, over) => {
  expect(isOver(spent, budget)).toBe(over)
})
