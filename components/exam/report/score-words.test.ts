import { expect, test } from 'vitest'
import { pointsOf, scoreWords } from './score-words.ts'

const scores = [
  { score: 71, passed: true, said: '71: Passed by 4 points' },
  { score: 68, passed: true, said: '68: Passed by 1 point' },
  { score: 67, passed: true, said: '67: Passed at the pass mark' },
  { score: 66.97, passed: false, said: '66.9: Failed by 0.1 points' },
  { score: 67, passed: false, said: '66.9: Failed by 0.1 points' },
  { score: 66.95, passed: true, said: '67: Passed at the pass mark' },
  { score: 63.25, passed: false, said: '63.3: Failed by 3.7 points' },
  { score: 0, passed: false, said: '0: Failed by 67 points' },
  { score: 100, passed: true, said: '100: Passed by 33 points' },
]

test.each(scores)('$score, passed $passed', ({ score, passed, said }) => {
  const { shown, verdict, by } = scoreWords({ score, pass: 67, passed })
  expect(`${shown}: ${verdict} ${by}`).toBe(said)
})

test.each([
  [1, '1 point'],
  [1.04, '1 point'],
  [0.3, '0.3 points'],
  [12, '12 points'],
])('%d in words', (points, said) => {
  expect(pointsOf(points)).toBe(said)
})
