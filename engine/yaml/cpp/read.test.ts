import { describe, expect, test } from 'vitest'
import { generator } from '../../validation/fixtures/generator.ts'
import { decodeBool, decodeUnsigned } from './convert.ts'
import type { CppNode } from './nodes.ts'
import { readCppYaml } from './read.ts'

/** Nodes in short: maps as pairs, because of equal keys all stay. */
function shown(node: CppNode): unknown {
  if (node.kind === 'null') return null
  if (node.kind === 'scalar') return node.text
  if (node.kind === 'sequence') return node.items.map(shown)
  return { pairs: node.entries.map(({ key, value }) => [shown(key), shown(value)]) }
}

const read = (text: string) => {
  const reading = readCppYaml(text)
  return 'refused' in reading ? reading.refused : reading.documents.map(shown)
}

describe('values are text, and keys are all there', () => {
  test.each<[string, readonly unknown[]]>([
    ['', []],
    ['# nothing\n', []],
    [
      'a: 1\na: 2',
      [
        {
          pairs: [
            ['a', '1'],
            ['a', '2'],
          ],
        },
      ],
    ],
    [
      'a: &x [b]\nc: *x',
      [
        {
          pairs: [
            ['a', ['b']],
            ['c', ['b']],
          ],
        },
      ],
    ],
    ['<<: {b: 1}', [{ pairs: [['<<', { pairs: [['b', '1']] }]] }]],
    ['[~, null, Null, NULL, "", nULL]', [[null, null, null, null, '', 'nULL']]],
    ['- a\n-\n- - b', [['a', null, ['b']]]],
    ['a: >\n  b\n  c\n\n  d\n', [{ pairs: [['a', 'b c\nd\n']] }]],
    [
      'a: |-\n  b\n   c\n\nd: e',
      [
        {
          pairs: [
            ['a', 'b\n c'],
            ['d', 'e'],
          ],
        },
      ],
    ],
    ['a: |+\n  b\n\n', [{ pairs: [['a', 'b\n\n']] }]],
    ['a: b\n  c', [{ pairs: [['a', 'b c']] }]],
    ["'it''s'", ["it's"]],
    ['"a\\\n  b\\x41\\u00e9"', ['abAé']],
    ['! x', ['x']],
    ['a: !tag', [{ pairs: [['a', '']] }]],
    ['[a: b, c]', [[{ pairs: [['a', 'b']] }, 'c']]],
    ['? a\n: b', [{ pairs: [['a', 'b']] }]],
    ['a:\n- b', [{ pairs: [['a', ['b']]] }]],
    ['- a\r\n- b\r\n', [['a', 'b']]],
    ['\ufeffa: b', [{ pairs: [['a', 'b']] }]],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('a quote that is not closed ends with the text, when the last line does', () => {
    expect(read('a: "b\n')).toEqual([{ pairs: [['a', 'b ']] }])
    expect(read('a: "b')).toBe('yaml-cpp: error at line 1, column 6: illegal EOF in scalar')
  })

  test('several documents; an empty one ends them', () => {
    expect(read('a\n---\nb\n...\nc')).toEqual(['a', 'b', 'c'])
    expect(read('a\n---\n---\n[')).toEqual(['a'])
    expect(read('- a\nb: c')).toEqual([['a'], { pairs: [['b', 'c']] }])
  })
})

describe('refusals are in yaml-cpp’s words, with its places', () => {
  test.each([
    ['a: b: c', 1, 5, 'illegal map value'],
    ['a: b\n c: d', 2, 3, 'illegal map value'],
    ['- a: b\n c: d', 2, 2, 'end of sequence not found'],
    ['a: b\n- c', 2, 1, 'end of map not found'],
    ['a: [b', 1, 1, 'end of sequence flow not found'],
    ['a: {b', 1, 1, 'end of map flow not found'],
    ['a: b]\n]', 2, 1, 'illegal flow end'],
    ['[a}', 1, 3, 'illegal flow end'],
    ['a:\n\tb: c', 2, 3, 'illegal map value'],
    ['a: b\n\tc', 2, 1, 'illegal tab when looking for indentation'],
    ['a: @b', 1, 4, 'unknown token'],
    ['"a" "b"', 1, 5, 'unexpected scalar'],
    ['"a", b', 1, 4, 'unexpected scalar'],
    [',a', 1, 1, 'plain value cannot start with flow indicator character'],
    ['a: - b', 1, 4, 'illegal block entry'],
    ['a: |0\n b', 1, 6, 'cannot set zero indentation for a block scalar'],
    ['a: | b', 1, 6, 'unexpected character in block scalar'],
    ['"\\q"', 1, 4, 'unknown escape character: q'],
    ['"\\xZZ"', 1, 6, 'bad character found while scanning hex number'],
    ['"\\ud800"', 1, 8, 'invalid unicode: 55296'],
    ['*b', 1, 1, 'the referenced anchor is not defined: b'],
    ['&', 1, 2, 'anchor not found after &'],
    ['!a !b c', 1, 4, 'cannot assign multiple tags to the same node'],
    ['&a &b c', 1, 4, 'cannot assign multiple anchors to the same node'],
    ['!<a', 1, 4, 'end of verbatim tag not found'],
    ['"a\n---\n"', 2, 1, 'illegal document indicator in scalar'],
    ['%YAML\n---\na', 1, 1, 'YAML directives must have exactly one argument'],
    ['%YAML 2.0\n---\na', 1, 1, 'YAML major version too large'],
    ['é: b: c', 1, 6, 'illegal map value'],
  ])('%j', (text, line, column, problem) => {
    expect(read(text)).toBe(`yaml-cpp: error at line ${line}, column ${column}: ${problem}`)
  })

  test('deep nesting', () => {
    expect(read('['.repeat(600))).toMatch(/bad file$/)
    expect('documents' in readCppYaml(`${'['.repeat(300)}${']'.repeat(300)}`)).toBe(true)
  })

  test('limits of ours: what names itself, what multiplies, what is large', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)
    for (const text of ['&a [*a]', `a0: &a0 [x]\n${lines.join('\n')}`, 'a: '.padEnd(2 ** 20 + 1, 'x')])
      expect(readCppYaml(text)).toMatchObject({ ours: true })
  })
})

test('booleans and numbers', () => {
  expect(['y', 'No', 'TRUE', 'off', 'tRUE', '1', ''].map(decodeBool)).toEqual([
    ...[true, false, true, false],
    ...[undefined, undefined, undefined],
  ])
  expect(['0', '7', '0x1F', '010', '08', '-1', '4294967296', '5 '].map(decodeUnsigned)).toEqual([
    ...[0, 7, 31, 8],
    ...[undefined, undefined, undefined, 5],
  ])
})

test('never throws', () => {
  const signs = [
    'a',
    ' ',
    '\n',
    '- ',
    ': ',
    '?',
    '[',
    ']',
    '{',
    '}',
    ',',
    '#',
    '&a',
    '*a',
    '!',
    '|',
    '>',
    '"',
    "'",
    '%',
    '\t',
    '---',
    '...',
    '\\',
    '\r',
    'é',
  ]
  const { next: below } = generator(7)
  for (let i = 0; i < 3000; i++) {
    const text = Array.from({ length: 1 + below(24) }, () => signs[below(signs.length)]).join('')
    expect(() => readCppYaml(text)).not.toThrow()
  }
})
