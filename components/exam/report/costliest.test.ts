import { expect, test } from 'vitest'
import type { Report } from '#engine/grade/report.ts'
import { costliest, lost, notWhole } from './costliest.ts'

const report: Report = { verdicts: [], earned: 0, of: 10, solved: false }
const task = (number: number, weight: number, earned: number, spent = 0) => ({ number, weight, earned, spent, report })
const numbers = (tasks: readonly { number: number }[]) => tasks.map(it => it.number)

test('points lost, to one decimal', () => {
  expect(lost(task(1, 25, 17.5))).toBe(7.5)
  expect(lost(task(1, 0.3, 0.1))).toBe(0.2)
  expect(lost(task(1, 25, 25))).toBe(0)
})

test('a task that could not be graded loses nothing', () => {
  expect(lost({ weight: 25, earned: 0, report: null })).toBe(0)
  expect(lost({ weight: 25, earned: 0, report: { ...report, of: 0 } })).toBe(0)
})

test('most points first, then most time, and nothing that is whole', () => {
  const tasks = [task(1, 10, 10, 9), task(2, 10, 8), task(3, 20, 5), task(4, 10, 8, 60_000), task(5, 10, 9)]
  expect(numbers(costliest(tasks, 3))).toEqual([3, 4, 2])
  expect(numbers(costliest(tasks, 9))).toEqual([3, 4, 2, 5])
})

test('nothing lost, nothing to practise', () => {
  expect(costliest([task(1, 50, 50), { ...task(2, 50, 0), report: null }], 3)).toEqual([])
})

test('a retake asks what lost points and what could not be graded', () => {
  expect(numbers(notWhole([task(1, 50, 50), task(2, 30, 29.9), { ...task(3, 20, 0), report: null }]))).toEqual([2, 3])
})
