import { expect, test } from 'vitest'
import { completed, inColumns } from './complete.ts'
import { emptyLine, insert } from './line-editor.ts'

/** The line, from where its word starts, the candidates → the line after, and the choices. */
const cases: readonly (readonly [string, string, number, readonly string[], string, readonly string[]])[] = [
  ['nothing fits', 'xyz', 0, [], 'xyz', []],
  ['one command', 'kube', 0, ['kubectl'], 'kubectl ', []],
  ['one folder', 'cat /et', 4, ['/etc/'], 'cat /etc/', []],
  ['an option with a value', 'k run --dry', 6, ['--dry-run='], 'k run --dry-run=', []],
  [
    'what several share',
    'cat po',
    4,
    ['policy.yaml', 'policy-old.yaml'],
    'cat policy',
    ['policy.yaml', 'policy-old.yaml'],
  ],
  ['several that share nothing more', 'cat p', 4, ['pa', 'pb'], 'cat p', ['pa', 'pb']],
]

test.each(cases)('%s', (_, text, from, candidates, expected, choices) => {
  const result = completed(insert(emptyLine(), text), { from, candidates })
  expect(result.line.text).toBe(expected)
  expect(result.line.cursor).toBe(expected.length)
  expect(result.choices).toEqual(choices)
})

test('choices stand in columns, downwards first, without their folder', () => {
  expect(inColumns(['/etc/aa', '/etc/b', '/etc/cc/'], 12)).toBe('aa   cc/\nb')
  expect(inColumns(['long-name', 'other'], 5)).toBe('long-name\nother')
})
