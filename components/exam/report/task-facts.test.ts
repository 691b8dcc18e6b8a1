import { expect, test } from 'vitest'
import { taskFacts } from './task-facts.ts'

const task = { host: 'node01', spent: 270_000, budget: 360_000, commands: 12, edits: 1, flagged: true, done: false }

test('all numbers of a task in words', () => {
  expect(taskFacts(task)).toBe('On node01. 4.5 of 6.0 minutes. 12 commands, 1 edit. Flagged, not marked done.')
  expect(taskFacts({ ...task, commands: 1, edits: 0, flagged: false, done: true })).toBe(
    'On node01. 4.5 of 6.0 minutes. 1 command, 0 edits. Marked done.',
  )
})
