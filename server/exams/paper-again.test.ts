import { expect, test } from 'vitest'
import type { Paper } from '#engine/grade/exam/blueprint.ts'
import type { ExamTaskReport } from '#engine/grade/exam/exam-view.ts'
import { paperAgain } from './paper-again.ts'

const paper: Paper = {
  blueprint: 'hour',
  title: 'An hour',
  minutes: 60,
  pass: 67,
  seed: 'first',
  tasks: [
    { lab: 'p/a', variant: 0, weight: 50 },
    { lab: 'p/b', variant: 1, weight: 30 },
    { lab: 'p/gone', variant: 0, weight: 20 },
  ],
}
const earned = (...all: readonly number[]) => ({
  tasks: all.map(
    (each, index) =>
      ({ number: index + 1, earned: each, weight: paper.tasks[index]?.weight }) as unknown as ExamTaskReport,
  ),
})
const variants = (lab: string) => (lab === 'p/gone' ? 0 : 2)

test('tasks that lost points come again, with the next variant and their minutes rounded up to five', () => {
  expect(paperAgain(paper, earned(50, 10, 0), variants, 'second')).toEqual({
    ...paper,
    title: '1 task again',
    minutes: 20,
    seed: 'second',
    tasks: [{ lab: 'p/b', variant: 0, weight: 100 }],
  })
})

test('weights keep their shares, and the title says how many tasks there are', () => {
  const again = paperAgain(paper, earned(0, 10, 20), variants, 'second')
  expect(again.tasks.map(({ weight }) => weight)).toEqual([63, 37])
  expect([again.title, again.minutes]).toEqual(['2 tasks again', 50])
})
