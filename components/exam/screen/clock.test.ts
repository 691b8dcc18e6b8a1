import { describe, expect, test } from 'vitest'
import {
  alertWords,
  asClock,
  bringsBack,
  leftSentence,
  markPassed,
  type Stage,
  stageAt,
  tide,
  timeLeft,
} from './clock.ts'

const minutes = (count: number) => count * 60_000

describe('the time left', () => {
  const heard = { head: { now: 5_000_000, endsAt: 5_000_000 + minutes(10) }, at: 700 }

  test.each([
    [700, minutes(10)],
    [700 + 1, minutes(10) - 1],
    [700 + minutes(9), minutes(1)],
    [700 + minutes(10), 0],
    [700 + minutes(99), 0],
  ])('at %i of the page’s own clock: %i', (now, left) => {
    expect(timeLeft(heard, now)).toBe(left)
  })

  test.each([
    [minutes(64) + 12_000, '1:04:12'],
    [minutes(60), '1:00:00'],
    [minutes(60) - 1, '1:00:00'],
    [minutes(4) + 11_001, '4:12'],
    [1, '0:01'],
    [0, '0:00'],
  ])('%i milliseconds are %s', (left, words) => {
    expect(asClock(left)).toBe(words)
  })

  test.each([
    [minutes(41) + 59_000, '41 minutes are left.'],
    [minutes(1), '1 minute is left.'],
    [minutes(1) - 1, 'Less than a minute is left.'],
    [0, 'Less than a minute is left.'],
  ])('%i milliseconds: %s', (left, words) => {
    expect(leftSentence(left)).toBe(words)
  })
})

test.each<[number, Stage, number?]>([
  [minutes(120), 'plain'],
  [minutes(30), 'plain'],
  [minutes(30) - 1, 'under-30'],
  [minutes(15), 'under-30'],
  [minutes(15) - 1, 'under-15'],
  [minutes(5), 'under-15'],
  [minutes(5) - 1, 'under-5'],
  [0, 'under-5'],
  [minutes(30) - 1, 'plain', 30],
  [minutes(15), 'plain', 30],
  [minutes(15) - 1, 'under-15', 30],
])('with %i milliseconds the timer is %s', (left, stage, whole = 120) => {
  expect(stageAt(left, minutes(whole))).toBe(stage)
})

describe('marks', () => {
  test.each([
    ['reached', minutes(30) + 500, minutes(30), 30],
    ['passed', minutes(15) + 1, minutes(15) - 999, 15],
    ['not yet', minutes(16), minutes(15) + 1, undefined],
    ['told already', minutes(15), minutes(15) - 1000, undefined],
    ['several while the page slept: the last', minutes(31), minutes(4), 5],
    ['time was given', minutes(4), minutes(19), undefined],
  ])('%s', (_, before, left, mark) => {
    expect(markPassed(before, left)).toBe(mark)
  })

  test('the timer comes back at 15 and at 5 minutes', () => {
    expect([bringsBack(30), bringsBack(15), bringsBack(5)]).toEqual([false, true, true])
  })

  test.each([
    [[], '15 minutes left.'],
    [[2], '15 minutes left. Task 2 is flagged.'],
    [[2, 5], '15 minutes left. Tasks 2 and 5 are flagged.'],
    [[2, 5, 7], '15 minutes left. Tasks 2, 5 and 7 are flagged.'],
  ])('flagged %j: %s', (flagged, words) => {
    expect(alertWords(15, flagged)).toBe(words)
  })
})

describe('the tide', () => {
  test.each([
    ['two hours, all notches', minutes(64), minutes(120), { filled: 533.3, notches: [250, 125, 41.7] }],
    ['half an hour, where 30 minutes do not fit', minutes(30), minutes(30), { filled: 1000, notches: [500, 166.7] }],
    ['half an hour and a quarter more', minutes(30), minutes(37.5), { filled: 800, notches: [800, 400, 133.3] }],
    ['over', 0, minutes(60), { filled: 0, notches: [500, 250, 83.3] }],
    ['more left than there is', minutes(61), minutes(60), { filled: 1000, notches: [500, 250, 83.3] }],
  ])('%s', (_, left, whole, drawn) => {
    expect(tide(left, whole)).toEqual(drawn)
  })
})
