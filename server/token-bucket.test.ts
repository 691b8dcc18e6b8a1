import { expect, test } from 'vitest'
import { createTokenBuckets } from './token-bucket.ts'

test('a burst passes, then the rate holds, for each key apart', () => {
  let now = 0
  const buckets = createTokenBuckets({ rate: 2, burst: 3 }, () => now)
  const taken = (key: string) => [1, 2, 3, 4].map(() => buckets.take(key))
  expect(taken('a')).toEqual([true, true, true, false])
  expect(taken('b')).toEqual([true, true, true, false])
  now = 500
  expect(taken('a')).toEqual([true, false, false, false])
  now = 60_000
  expect(taken('a')).toEqual([true, true, true, false])
})
