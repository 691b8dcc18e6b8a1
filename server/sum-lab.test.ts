import { expect, test } from 'vitest'
import type { LabCard } from '#engine/grade/attempt-view.ts'
import { type AttemptFacts, sumLab } from './sum-lab.ts'

const card = { id: 'cks/x', points: 10 } as LabCard

/** An attempt in short: a number is a check that earned so many of 10, `h` a hint, `g` giving up. A step takes a second. */
function attempt(start: number, steps: string): AttemptFacts {
  const list = steps.split(' ').filter(Boolean)
  return {
    startedAt: new Date(start),
    lastAt: new Date(start + list.length * 1000),
    steps: list.map((step, index) => {
      const at = new Date(start + (index + 1) * 1000)
      if (step === 'h') return { kind: 'hint', at, earned: null, of: null, solved: null }
      if (step === 'g') return { kind: 'give-up', at, earned: null, of: null, solved: null }
      return { kind: 'check', at, earned: Number(step), of: 10, solved: step === '10' }
    }),
  }
}

test.each([
  [[], { state: 'not-started', attempts: 0, checks: 0, hints: 0, givenUp: false }],
  [[''], { state: 'open', attempts: 1, checks: 0, hints: 0, givenUp: false, openedAt: 0, lastAt: 0 }],
  [
    ['3 h 7 5'],
    {
      state: 'open',
      attempts: 1,
      checks: 3,
      hints: 1,
      givenUp: false,
      openedAt: 0,
      lastAt: 4000,
      best: { earned: 7, of: 10 },
    },
  ],
  [
    ['3 10'],
    {
      state: 'solved',
      attempts: 1,
      checks: 2,
      hints: 0,
      givenUp: false,
      openedAt: 0,
      lastAt: 2000,
      solvedAt: 2000,
      best: { earned: 10, of: 10 },
    },
  ],
  [
    ['g 10'],
    {
      state: 'given-up',
      attempts: 1,
      checks: 1,
      hints: 0,
      givenUp: true,
      openedAt: 0,
      lastAt: 2000,
      best: { earned: 10, of: 10 },
    },
  ],
  [
    ['g', '10'],
    {
      state: 'solved',
      attempts: 2,
      checks: 1,
      hints: 0,
      givenUp: true,
      openedAt: 0,
      lastAt: 101_000,
      solvedAt: 101_000,
      best: { earned: 10, of: 10 },
    },
  ],
  [
    ['10 g'],
    {
      state: 'solved',
      attempts: 1,
      checks: 1,
      hints: 0,
      givenUp: false,
      openedAt: 0,
      lastAt: 2000,
      solvedAt: 1000,
      best: { earned: 10, of: 10 },
    },
  ],
])('%j', (attempts, expected) => {
  expect(
    sumLab(
      card,
      attempts.map((steps, index) => attempt(index * 100_000, steps)),
    ),
  ).toEqual({ lab: card, ...expected })
})
