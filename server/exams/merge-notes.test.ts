import { expect, test } from 'vitest'
import { mergeNotes } from './merge-notes.ts'

test.each([
  ['the sent text goes on', 'one\n', 'one\ntwo\n', 'one\ntwo\n'],
  ['the stored text goes on', 'one\ntwo\n', 'one\n', 'one\ntwo\n'],
  ['both wrote at the end', 'one\nleft', 'one\nright', 'one\nleft\nright'],
  ['both wrote at the start', 'left\none', 'right\none', 'left\none\nright'],
  ['both began', 'left', 'right', 'left\nright'],
  ['a line is there twice', 'a\nb', 'a\na\nc', 'a\nb\na\nc'],
  ['nothing is new', 'b\na', 'a\n\n', 'b\na'],
  ['the stored one is empty', '', 'right', 'right'],
])('%s', (_, stored, sent, merged) => {
  expect(mergeNotes(stored, sent)).toBe(merged)
})
