import { describe, expect, test } from 'vitest'
import type { ProvedAttempt } from '#engine/grade/pack-view.ts'
import { inVariants, proofTable } from './proof-table.ts'

const check = (id: string, points: number) => ({ id, title: id, points, guard: false })
const lab = {
  checks: [check('word', 3), check('mode', 2)],
  variants: 2,
  right: ['pass/solution.sh'],
  wrong: ['fail/word.another.sh', 'fail/word+mode.both.sh'],
}
const attempt = (file: string, variant: number, results: string, say: readonly string[] = []): ProvedAttempt => {
  const states = { '+': 'earned', '-': 'missed', '?': 'ungraded' } as const
  const [word, mode] = [...results] as (keyof typeof states)[]
  return {
    file,
    variant,
    expected: file.startsWith('pass/') ? [] : (file.split(/[/.]/)[1] ?? '').split('+'),
    checks: word && mode ? { word: states[word], mode: states[mode] } : {},
    holds: say.length === 0,
    say,
  }
}
const both = (file: string, results: string, say: readonly string[] = []) => [
  attempt(file, 2, results, say),
  attempt(file, 1, results, say),
]

/** Attempts, then the line of their file: its state, its verdict, its cells and what it says. */
const cases: readonly [string, string, readonly ProvedAttempt[], unknown][] = [
  ['not tried', 'pass/solution.sh', [], ['open', 'not tried', ['no result', 'no result'], []]],
  [
    'tried in one variant of two',
    'pass/solution.sh',
    [attempt('pass/solution.sh', 2, '++')],
    ['going', '1 of 2 variants', ['earned', 'earned'], []],
  ],
  [
    'a right attempt',
    'pass/solution.sh',
    both('pass/solution.sh', '++'),
    ['holds', 'earns 5 of 5', ['earned', 'earned'], []],
  ],
  [
    'a wrong attempt',
    'fail/word.another.sh',
    both('fail/word.another.sh', '-+'),
    ['holds', 'fails exactly its check', ['failed, as the name says', 'earned'], []],
  ],
  [
    'a wrong attempt at two checks',
    'fail/word+mode.both.sh',
    both('fail/word+mode.both.sh', '--'),
    ['holds', 'fails exactly its two checks', ['failed, as the name says', 'failed, as the name says'], []],
  ],
  [
    'a check that is too weak',
    'fail/word.another.sh',
    both('fail/word.another.sh', '++', ['Too weak.']),
    [
      'differs',
      'differs from its name',
      ['earned, but should fail (differs)', 'earned'],
      [{ text: 'Too weak.', variants: [1, 2] }],
    ],
  ],
  [
    'a right attempt that one variant does not take',
    'pass/solution.sh',
    [attempt('pass/solution.sh', 1, '++'), attempt('pass/solution.sh', 2, '+-', ['No mode.'])],
    [
      'differs',
      'differs from its name',
      ['earned', 'failed, but should be earned, in variant 2 (differs)'],
      [{ text: 'No mode.', variants: [2] }],
    ],
  ],
  [
    'a check that cannot be graded',
    'pass/solution.sh',
    both('pass/solution.sh', '?+', ['Why.']),
    [
      'differs',
      'differs from its name',
      ['could not be graded (differs)', 'earned'],
      [{ text: 'Why.', variants: [1, 2] }],
    ],
  ],
  [
    'an attempt that was stopped',
    'pass/solution.sh',
    both('pass/solution.sh', '', ['Stopped.']),
    ['differs', 'differs from its name', ['no result', 'no result'], [{ text: 'Stopped.', variants: [1, 2] }]],
  ],
]

describe('a line of the table', () => {
  test.each(cases)('%s', (_, file, attempts, expected) => {
    const { right, wrong } = proofTable(lab, attempts)
    const line = [...right, ...wrong].find(it => it.file === file)
    const cells = line?.cells.map(({ label, differs }) => (differs ? `${label} (differs)` : label))
    expect([line?.state, line?.verdict, cells, line?.says]).toEqual(expected)
  })

  test('checks named like parts of every object are none', () => {
    const odd = { ...lab, checks: [check('constructor', 1)] }
    const [line] = proofTable(odd, both('pass/solution.sh', '++')).right
    expect(line?.cells).toEqual([{ check: 'constructor', state: 'open', differs: false, label: 'no result' }])
  })
})

test('variants in words', () => {
  expect([[2], [1, 3], [1, 2, 4]].map(inVariants)).toEqual(['variant 2', 'variants 1 and 3', 'variants 1, 2 and 4'])
})
