import { expect, test } from 'vitest'
import { when } from './when.ts'

const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime()
const now = at(2026, 2, 1, 14, 0)

const times = [
  { at: at(2026, 2, 1, 9, 5), said: 'today, 09:05' },
  { at: at(2026, 1, 28, 23, 59), said: 'yesterday, 23:59' },
  { at: at(2026, 1, 27, 23, 59), said: '27 February' },
  { at: at(2025, 11, 31, 8, 0), said: '31 December 2025' },
]

test.each(times)('$said', ({ at, said }) => {
  expect(when(at, now)).toBe(said)
})
