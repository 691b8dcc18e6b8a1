import { expect, test } from 'vitest'
import { solvedSteps } from './solved-steps.ts'

const frame = { left: 0, right: 100, top: 0, bottom: 40 }

const cases = [
  { name: 'nothing solved', solvedAt: [], line: '0,40 100,40', marks: [] },
  { name: 'one in the middle', solvedAt: [50], line: '0,40 50,40 50,20 100,20', marks: ['50,20'] },
  { name: 'sorted by time', solvedAt: [75, 25], line: '0,40 25,40 25,20 75,20 75,0 100,0', marks: ['25,20', '75,0'] },
  {
    name: 'a time outside stays on the edge',
    solvedAt: [-5, 500],
    line: '0,40 0,40 0,20 100,20 100,0 100,0',
    marks: ['0,20', '100,0'],
  },
]

test.each(cases)('$name', ({ solvedAt, line, marks }) => {
  const steps = solvedSteps(solvedAt, 0, 100, 2, frame)
  expect(steps.line).toBe(line)
  expect(steps.marks.map(({ x, y }) => `${x},${y}`)).toEqual(marks)
})

test('no time has passed and there are no labs: still numbers', () => {
  expect(solvedSteps([], 5, 5, 0, frame).line).toBe('0,40 100,40')
  expect(solvedSteps([5], 5, 5, 1, frame).line).not.toContain('NaN')
})
