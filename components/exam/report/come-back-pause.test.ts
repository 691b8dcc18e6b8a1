import { expect, test } from 'vitest'
import { pauseBefore } from './come-back-pause.ts'

test('the pauses grow to half a minute and stay there', () => {
  expect([0, 1, 2, 3].map(pauseBefore)).toEqual([1000, 1500, 2250, 3375])
  expect([9, 50, 5000].map(pauseBefore)).toEqual([30_000, 30_000, 30_000])
})
