import { expect, it } from 'vitest'
import type { Finding } from '#engine/yaml/finding.ts'
import { marksOf } from './marks.ts'

const finding = (more: Partial<Finding>): Finding => ({
  ...{ code: 'c', severity: 'warning', path: ['a'], message: 'Words.', data: {} },
  ...more,
})
const places = (text: string, ...findings: readonly Finding[]) =>
  marksOf(text, findings).map(({ line, column, endLine, endColumn }) => [line, column, endLine, endColumn])
const messages = (...findings: readonly Finding[]) => marksOf('text', findings).map(({ message }) => message)

it.each([
  ['a word', 'a: bcd\n', { start: 3, end: 6 }, [1, 4, 1, 7]],
  ['a value over lines, at its first', 'a:\n  - b\n  - c\n', { start: 5, end: 14 }, [2, 3, 2, 6]],
  ['a place of no width', 'a: b\n', { start: 3, end: 3 }, [1, 4, 1, 5]],
  ['the end of the text', 'a:\n', { start: 3, end: 3 }, [1, 3, 1, 4]],
  ['no place, at the first line', 'a: b\nc: d\n', undefined, [1, 1, 1, 5]],
  ['an empty text', '', undefined, [1, 1, 1, 2]],
  ['behind a byte order mark', '\uFEFFa: b', { start: 1, end: 2 }, [1, 1, 1, 2]],
  ['a line behind a byte order mark', '\uFEFFa: b\nc: d', { start: 6, end: 7 }, [2, 1, 2, 2]],
  ['Windows line ends', 'a: b\r\nc: d\r\n', { start: 9, end: 10 }, [2, 4, 2, 5]],
] as const)('marks %s', (_, text, range, expected) => {
  expect(places(text, finding(range ? { range } : {}))).toEqual([expected])
})

it('puts marks in the order of the text', () => {
  const [late, early] = [
    { start: 6, end: 7 },
    { start: 0, end: 1 },
  ]
  expect(places('a: b\n\nc: d', finding({ range: late }), finding({ range: early })).map(([line]) => line)).toEqual([
    1, 3,
  ])
})

it.each([
  [
    'what was meant behind the words of a component',
    'no such action',
    'ALLOW',
    'no such action. Did you mean `ALLOW`?',
  ],
  ['nothing more where the sentence says it', 'Unknown. Did you mean `b`?', 'b', 'Unknown. Did you mean `b`?'],
  ['nothing more where the sentence has a remedy', 'Wrong. Write b.', 'b', 'Wrong. Write b.'],
])('says %s', (_, message, meant, expected) => {
  expect(messages(finding({ message, data: { meant } }))).toEqual([expected])
})

it('says one thing of an unknown field once', () => {
  const echo = finding({ code: 'unknown-field', message: 'unknown field "a"' })
  const plain = finding({ code: 'misspelt-field', message: 'Did you mean "b"?' })
  expect(messages(echo, plain)).toEqual(['Did you mean "b"?'])
  expect(messages(echo)).toEqual(['unknown field "a"'])
  expect(messages(echo, { ...plain, path: ['z'] })).toHaveLength(2)
})
