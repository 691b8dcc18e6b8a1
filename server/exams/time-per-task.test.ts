import { expect, test } from 'vitest'
import { shareGap } from './time-per-task.ts'

test.each([
  ['heard at once', true, 0, 0, 0],
  ['heard after 15 s', true, 15_000, 15_000, 0],
  ['heard after 45 s', true, 45_000, 45_000, 0],
  ['silent for two minutes', true, 120_000, 45_000, 75_000],
  ['no task was before the candidate', false, 15_000, 0, 15_000],
  ['another tab was heard later', true, -3_000, 0, 0],
])('%s', (_, present, gap, spent, away) => {
  expect(shareGap({ task: 1, present, seenAt: 1_000_000 }, 1_000_000 + gap)).toEqual({ spent, away })
})
