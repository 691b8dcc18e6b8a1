import { expect, test } from 'vitest'
import type { ProgressRow } from './progress-row.ts'
import { domainSums, sums } from './sums.ts'

const lab = {
  title: '',
  summary: '',
  domain: 'monitoring',
  competency: 'audit-logs',
  difficulty: 'direct',
  minutes: 7,
} as const

const rows: readonly ProgressRow[] = [
  {
    lab: { ...lab, id: 'a', points: 10 },
    state: 'solved',
    best: { earned: 10, of: 10 },
    hints: 1,
    checks: 3,
    attempts: 1,
  },
  { lab: { ...lab, id: 'b', points: 8 }, state: 'open', best: { earned: 3, of: 5 }, hints: 2, checks: 4, attempts: 2 },
  { lab: { ...lab, id: 'c', points: 6 }, state: 'not-started', hints: 0, checks: 0, attempts: 0 },
]

test('the whole: ungraded points are left out, labs not checked yet count as open', () => {
  expect(sums(rows)).toEqual({ labs: 3, solved: 1, earned: 13, of: 21, checks: 7, hints: 3 })
})

test('nothing sums to nothing', () => {
  expect(sums([])).toEqual({ labs: 0, solved: 0, earned: 0, of: 0, checks: 0, hints: 0 })
})

test('every domain of the exam is there, in its order', () => {
  const domains = [
    { slug: 'supply-chain', number: 5, title: 'Supply Chain Security', weight: 20, competencies: [] },
    { slug: 'monitoring', number: 6, title: 'Monitoring', weight: 20, competencies: [] },
  ]
  expect(domainSums(domains, [{ domain: 'monitoring', labs: 3, solved: 1, earned: 13, of: 21 }])).toEqual([
    {
      slug: 'supply-chain',
      number: 5,
      title: 'Supply Chain Security',
      weight: 20,
      labs: 0,
      solved: 0,
      earned: 0,
      of: 0,
    },
    { slug: 'monitoring', number: 6, title: 'Monitoring', weight: 20, labs: 3, solved: 1, earned: 13, of: 21 },
  ])
})
