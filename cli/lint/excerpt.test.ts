import { expect, test } from 'vitest'
import { excerptOf } from './excerpt.ts'

const long = `${'a'.repeat(150)}MARK${'b'.repeat(150)}`

test.each([
  ['a word', 'one\ntwo three\n', 'three', 'two three', '    ^^^^^'],
  ['behind a tab', '\tone', 'one', '\tone', '\t^^^'],
  ['signs of two units', '🔒 x: y', 'y', '🔒 x: y', '     ^'],
  ['over the end of the line', 'a: [\n  b]', '[\n  b]', 'a: [', '   ^'],
  ['before a line end of Windows', 'a: b\r\nc', 'b', 'a: b', '   ^'],
  ['a long line', long, 'MARK', `…${'a'.repeat(20)}MARK${'b'.repeat(76)}…`, `${' '.repeat(21)}^^^^`],
])('%s', (_, text, piece, line, marks) => {
  const start = text.indexOf(piece)
  const { text: shown, marks: below } = excerptOf(text, { start, end: start + piece.length })
  expect([shown, below]).toEqual([line, marks])
})

test('an empty place at the end', () => {
  expect(excerptOf('a:\n', { start: 3, end: 3 })).toEqual({ line: 2, column: 1, text: '', marks: '^' })
  expect(excerptOf('', { start: 0, end: 9 })).toEqual({ line: 1, column: 1, text: '', marks: '^' })
})
