import { expect, test } from 'vitest'
import { minutesWith, readExtraTime } from './extra-time.ts'

test.each([
  ['0', 0],
  ['25', 25],
  ['100', 100],
  ['75', 0],
  ['25 ', 0],
  [25, 0],
  [['25', '50'], 0],
  [undefined, 0],
])('%j gives %d %% more', (written, expected) => {
  expect(readExtraTime(written)).toBe(expected)
})

test.each([
  [30, 0, 30],
  [30, 25, 37.5],
  [60, 50, 90],
  [30, 100, 60],
] as const)('%d minutes and %d %% more are %d', (minutes, extra, expected) => {
  expect(minutesWith(minutes, extra)).toBe(expected)
})
