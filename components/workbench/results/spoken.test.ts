import { expect, test } from 'vitest'
import type { Outcome, Verdict } from '#engine/grade/report.ts'
import { spoken } from './spoken.ts'

const outcomes: Readonly<Record<string, Outcome>> = {
  pass: { result: 'pass', say: '' },
  miss: { result: 'miss', say: '', examples: [] },
  ungraded: { result: 'ungraded', say: '' },
}

const verdict = (title: string, result: string): Verdict => ({
  id: title,
  title,
  points: 2,
  guard: false,
  earned: result === 'pass' ? 2 : 0,
  outcome: outcomes[result] ?? { result: 'ungraded', say: '' },
})

/** "title: result" of each check → what is read out. */
const cases: readonly (readonly [checks: readonly string[], said: string])[] = [
  [['A pass', 'B pass'], '4 of 4 points.'],
  [['A pass', 'B miss'], '2 of 4 points. 1 check missed: B.'],
  [['A miss', 'B miss'], '0 of 4 points. 2 checks missed: A, B.'],
  [['A pass', 'B ungraded'], '2 of 2 points. 1 check could not be graded.'],
  [['A miss', 'B ungraded', 'C ungraded'], '0 of 2 points. 1 check missed: A. 2 checks could not be graded.'],
]

test.each(cases)('%j', (checks, said) => {
  const verdicts = checks.map(it => verdict(it.slice(0, 1), it.slice(2)))
  const graded = verdicts.filter(it => it.outcome.result !== 'ungraded')
  const earned = verdicts.reduce((sum, it) => sum + it.earned, 0)
  expect(spoken({ verdicts, earned, of: graded.length * 2, solved: false })).toBe(said)
})
