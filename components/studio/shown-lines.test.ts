import { expect, test } from 'vitest'
import { readLine, shownLines } from './shown-lines.ts'

test.each([
  ['', ['']],
  ['one', ['one']],
  ['one\ntwo\n', ['one', 'two']],
  ['one\r\ntwo\rthree\n\n', ['one', 'two', 'three', '']],
])('the lines of %j', (text, expected) => {
  const { lines, of } = shownLines(text)
  expect(lines.map(it => it.text)).toEqual(expected)
  expect([of, lines[0]?.number]).toEqual([expected.length, 1])
})

test.each([
  [undefined, 1, 2000],
  [1, 1, 2000],
  [2500, 1500, 3499],
  [5000, 3001, 5000],
  [9999, 3001, 5000],
])('of many lines those around line %s', (line, first, last) => {
  const { lines, of } = shownLines('x\n'.repeat(5000), line)
  expect([of, lines[0]?.number, lines.at(-1)?.number]).toEqual([5000, first, last])
})

test('a long line is cut', () => {
  const { lines } = shownLines('x'.repeat(5000))
  expect(lines.map(({ text, cut }) => [text.length, cut])).toEqual([[2000, true]])
})

test('a line of an address', () => {
  expect(['3', '0', '-1', '1e3', 'x', '', '12345678', undefined].map(readLine)).toEqual([
    3,
    ...Array.from({ length: 7 }, () => undefined),
  ])
})
