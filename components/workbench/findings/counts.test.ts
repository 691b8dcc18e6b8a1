import { expect, it } from 'vitest'
import { countWords, nextMark, spokenMark } from './counts.ts'
import type { Mark } from './marks.ts'

const mark = (severity: Mark['severity'], line: number, column = 1, message = 'Say `what`.'): Mark => ({
  ...{ code: 'c', severity, message, line, column, endLine: line, endColumn: column + 1 },
})
const marks = [mark('warning', 2), mark('error', 5, 3), mark('warning', 5, 3), mark('info', 9)]

it.each([
  [[], ''],
  [[mark('warning', 1)], '1 warning'],
  [marks, '1 error, 2 warnings, 1 note'],
] as const)('counts in words', (some, words) => expect(countWords(some)).toBe(words))

it('is announced with its line', () => {
  expect(spokenMark(mark('warning', 7))).toBe('Warning, line 7: Say what.')
})

it.each([
  ['the first one below', { line: 1, column: 1 }, 1, undefined, 0],
  ['the next one', { line: 2, column: 1 }, 1, marks[0], 1],
  ['another at the same place', { line: 5, column: 3 }, 1, marks[1], 2],
  ['behind the last one the first', { line: 9, column: 1 }, 1, marks[3], 0],
  ['the one above', { line: 4, column: 1 }, -1, undefined, 0],
  ['back at the same place', { line: 5, column: 3 }, -1, marks[2], 1],
  ['before the first one the last', { line: 2, column: 1 }, -1, marks[0], 3],
  ['from where the person went since', { line: 6, column: 1 }, 1, marks[0], 3],
] as const)('goes to %s', (_, at, by, last, expected) => expect(nextMark(marks, at, by, last)).toBe(marks[expected]))

it('goes nowhere without marks', () => expect(nextMark([], { line: 1, column: 1 }, 1)).toBeUndefined())
