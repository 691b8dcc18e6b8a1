import { describe, expect, test } from 'vitest'
import type { Report } from '../report.ts'
import { classWord } from './class-word.ts'
import { type ExamSum, sumExam } from './sum-exam.ts'
import { weigh } from './weigh.ts'

/** Points → whole per cents. */
const WEIGHED: readonly (readonly [string, readonly number[], readonly number[]])[] = [
  ['nothing', [], []],
  ['one task', [7], [100]],
  ['shares that are whole', [5, 5, 10], [25, 25, 50]],
  ['the largest remainder gets what is left', [1, 1, 4], [17, 17, 66]],
  ['of equal remainders the first', [1, 1, 1], [34, 33, 33]],
  ['two left over', [2, 2, 2, 1], [29, 29, 28, 14]],
  ['no points at all', [0, 0, 0], [34, 33, 33]],
  ['a task without points', [0, 3], [0, 100]],
]

test.each(WEIGHED)('weighing: %s', (_, points, expected) => {
  expect(weigh(points)).toEqual(expected)
  expect(points.length === 0 ? 100 : weigh(points).reduce((sum, one) => sum + one, 0)).toBe(100)
})

type Task = readonly [weight: number, domain: string, points: readonly [earned: number, of: number] | null]

/** Tasks → what they come to at a pass mark of 67. */
const SUMMED: readonly (readonly [string, readonly Task[], ExamSum])[] = [
  [
    'everything earned',
    [
      [60, 'monitoring', [10, 10]],
      [40, 'supply-chain', [8, 8]],
    ],
    {
      ...{ earned: [60, 40], score: 100, passed: true, leftOut: 0 },
      domains: [
        { domain: 'supply-chain', earned: 40, of: 40 },
        { domain: 'monitoring', earned: 60, of: 60 },
      ],
    },
  ],
  [
    'nothing earned',
    [[100, 'monitoring', [0, 9]]],
    {
      ...{ earned: [0], score: 0, passed: false, leftOut: 0 },
      domains: [{ domain: 'monitoring', earned: 0, of: 100 }],
    },
  ],
  [
    'thirds, to one decimal',
    [
      [33, 'monitoring', [1, 3]],
      [34, 'monitoring', [2, 3]],
      [33, 'monitoring', [1, 9]],
    ],
    {
      ...{ earned: [11, 22.7, 3.7], score: 37.4, passed: false, leftOut: 0 },
      domains: [{ domain: 'monitoring', earned: 37.4, of: 100 }],
    },
  ],
  [
    'the pass mark itself passes',
    [[100, 'monitoring', [67, 100]]],
    {
      ...{ earned: [67], score: 67, passed: true, leftOut: 0 },
      domains: [{ domain: 'monitoring', earned: 67, of: 100 }],
    },
  ],
  [
    'a tenth below it does not',
    [[100, 'monitoring', [669, 1000]]],
    {
      ...{ earned: [66.9], score: 66.9, passed: false, leftOut: 0 },
      domains: [{ domain: 'monitoring', earned: 66.9, of: 100 }],
    },
  ],
  [
    'tasks that could not be graded are left out',
    [
      [50, 'monitoring', [3, 4]],
      [30, 'monitoring', null],
      [20, 'supply-chain', [0, 0]],
    ],
    {
      ...{ earned: [37.5, 0, 0], score: 75, passed: true, leftOut: 50 },
      domains: [{ domain: 'monitoring', earned: 37.5, of: 50 }],
    },
  ],
  [
    'nothing could be graded',
    [[100, 'monitoring', null]],
    { earned: [0], score: 0, passed: false, leftOut: 100, domains: [] },
  ],
  ['no tasks', [], { earned: [], score: 0, passed: false, leftOut: 0, domains: [] }],
  [
    'a domain that the curriculum does not name comes last',
    [
      [50, 'harbour', [1, 1]],
      [50, 'monitoring', [1, 1]],
    ],
    {
      ...{ earned: [50, 50], score: 100, passed: true, leftOut: 0 },
      domains: [
        { domain: 'monitoring', earned: 50, of: 50 },
        { domain: 'harbour', earned: 50, of: 50 },
      ],
    },
  ],
]

test.each(SUMMED)('adding up: %s', (_, tasks, expected) => {
  const reportOf = (points: Task[2]): Report | null =>
    points && { verdicts: [], earned: points[0], of: points[1], solved: points[0] === points[1] }
  const summed = tasks.map(([weight, domain, points]) => ({ weight, domain, report: reportOf(points) }))
  expect(sumExam(summed, 67)).toEqual(expected)
})

describe('the word of a class', () => {
  test.each([
    ['reef', 'reef'],
    ['  Reef \n', 'reef'],
    ['North  Pier', 'north pier'],
    ['ＲＥＥＦ', 'reef'],
    ['x'.repeat(40), 'x'.repeat(40)],
    ['x'.repeat(41), undefined],
    ['  ', undefined],
  ])('%j', (typed, expected) => {
    expect(classWord(typed)).toBe(expected)
  })
})
