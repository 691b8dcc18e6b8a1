import { expect, test } from 'vitest'
import { appended, layOut, shown } from './screen.ts'

/** text, cursor, columns → rows below the first, column of the end, row and column of the cursor. */
const cases: readonly (readonly [string, string, number, number, readonly number[]])[] = [
  ['one row', 'abc', 1, 10, [0, 3, 0, 1]],
  ['cursor at the end', 'abc', 3, 10, [0, 3, 0, 3]],
  ['a full row begins a new one', 'abcde', 5, 5, [1, 0, 1, 0]],
  ['cursor in a full row', 'abcde', 2, 5, [1, 0, 0, 2]],
  ['two rows and a bit', 'abcdefghijkl', 7, 5, [2, 2, 1, 2]],
  ['cursor at a border', 'abcdefg', 5, 5, [1, 2, 1, 0]],
  ['wide characters', '日本', 1, 10, [0, 4, 0, 2]],
  ['a wide character that does not fit goes down', 'abcd日x', 5, 5, [1, 3, 1, 2]],
  ['a combining mark takes no cell', 'e\u0301x', 2, 10, [0, 2, 0, 1]],
  ['a surrogate pair is one character', '😀x', 2, 10, [0, 2, 0, 1]],
]

test.each(cases)('%s', (_, text, cursor, columns, expected) => {
  const { rows, endColumn, cursorRow, cursorColumn } = layOut(text, cursor, columns)
  expect([rows, endColumn, cursorRow, cursorColumn]).toEqual(expected)
})

test.each([
  ['a\tb', 'a    b'],
  ['a\x1b[2Jb', 'a^[[2Jb'],
  ['a\x7f', 'a^?'],
])('%j is shown as %j', (text, expected) => {
  expect(shown(text)).toBe(expected)
})

/** The text before, the text after, where the cursor stands in it, columns → what is written, or undefined: drawn anew. */
const additions: readonly (readonly [string, string, number, number, string | undefined])[] = [
  ['$ ls', '$ ls -l', 7, 80, ' -l'],
  ['$ ls', '$ ls', 4, 80, ''],
  ['$ ls', '$ l', 3, 80, undefined],
  ['$ ls', '$ xls', 3, 80, undefined],
  ['$ ls', '$ ls -l', 4, 80, undefined],
  ['$ ls', '$ ls', 2, 80, undefined],
  ['$ ab', '$ abc', 5, 5, undefined],
  ['$ abc', '$ abcd', 6, 5, 'd'],
]

test.each(additions)('“%s” becomes “%s”', (before, after, cursor, columns, expected) => {
  const drawing = (text: string, at: number) => ({ lead: 0, text, painted: text, cursor: at })
  expect(appended(drawing(before, before.length), drawing(after, cursor), columns)).toBe(expected)
  expect(appended(null, drawing(after, cursor), columns)).toBeUndefined()
  expect(appended({ ...drawing(before, before.length), lead: 3 }, drawing(after, cursor), columns)).toBeUndefined()
})
