import { describe, expect, test } from 'vitest'
import { generator } from '../../validation/fixtures/generator.ts'
import { jsonText } from './json-text.ts'
import { placesIn } from './places.ts'
import { duplicateWords, readGoYaml } from './read.ts'

const json = (text: string) => {
  const reading = readGoYaml(text)
  return 'refused' in reading ? reading.refused : jsonText(reading.node)
}

describe('values are those of YAML 1.1 as Go has them', () => {
  test.each([
    ['', 'null'],
    ['# nothing\n', 'null'],
    ['--- \n', 'null'],
    ['a: y\nb: NO\nc: yEs\nd: "y"', '{"a":true,"b":false,"c":"yEs","d":"y"}'],
    ['[0400, 0o17, 0x1F, 0b101, 08, 1_000, +5, -0x10]', '[256,15,31,5,8,1000,5,-16]'],
    [
      '[.5, 1., 1e3, -.inf_, 1:30, 0b+1, 18446744073709551615, 18446744073709551616]',
      '[0.5,1,1000,"-.inf_","1:30",1,18446744073709551615,18446744073709552000]',
    ],
    ['[~, null, , x]', 'yaml: did not find expected node content'],
    ['[~, null, 2024-01-02, <<, =]', '[null,null,"2024-01-02","\\u003c\\u003c","="]'],
    ['a: !!str 5\nb: !!float 5\nc: !!binary aGk=\nd: !own x\ne: ! 5', '{"a":"5","b":5,"c":"hi","d":"x","e":"5"}'],
    [
      'a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}\ne: {c: 3, <<: *x}',
      '{"a":{"b":1,"c":2},"d":{"b":1,"c":3},"e":{"b":1,"c":2}}',
    ],
    ['1: a\n2.50: b\nyes: c\n', '{"1":"a","2.5":"b","true":"c"}'],
    ['a: |\n  b\n   c\n\nd: >-\n  e\n  f\n\n  g\n', '{"a":"b\\n c\\n","d":"e f\\ng"}'],
    ['a: b\n  c\n   d', '{"a":"b c d"}'],
    ['"a\\\n   b \\u00e9\\x41"', '"ab éA"'],
    ["'it''s'", '"it\'s"'],
    ['a: 1\n...\nb: {', '{"a":1}'],
    ['{a: 1}\n[', '{"a":1}'],
    ['? a\n: b\n? c\n', '{"a":"b","c":null}'],
    ['a:\n- b\n- - c\n  - d\n', '{"a":["b",["c","d"]]}'],
    ['[a: b, c]', '[{"a":"b"},"c"]'],
    ['[c]: d', 'yaml: invalid map key: []interface {}{"c"}'],
    ['{}: d', '{}'],
    ['[? e : f]: d\ng: ]', '[{"e":"f"}]'],
    ['%TAG !x! tag:yaml.org,2002:\n---\na: !x!str 1', '{"a":"1"}'],
  ])('%j', (text, expected) => {
    expect(json(text)).toBe(expected)
  })
})

describe('refusals are in Go’s words, with its lines', () => {
  test.each([
    ['a: b: c', 'yaml: mapping values are not allowed in this context'],
    ['x: 1\na: b: c', 'yaml: line 2: mapping values are not allowed in this context'],
    ['a:\n  b: 1\n c: 2', 'yaml: line 2: did not find expected key'],
    ['- a\nb: c', "yaml: line 1: did not find expected '-' indicator"],
    ['a: [1, 2', "yaml: line 1: did not find expected ',' or ']'"],
    ['a: {x: 1', "yaml: line 1: did not find expected ',' or '}'"],
    ['- x: 1\n[y: z', "yaml: line 3: could not find expected ':'"],
    ['x: 1\n{}\ny: 2', 'yaml: line 1: did not find expected key'],
    ['a: "x\n', 'yaml: line 2: found unexpected end of stream'],
    ['a: "\\q"', 'yaml: found unknown escape character'],
    ['a: "\\xZZ"', 'yaml: did not find expected hexdecimal number'],
    ['\ta: 1', 'yaml: found character that cannot start any token'],
    ['a: @b', 'yaml: found character that cannot start any token'],
    ['a: |0\n b', 'yaml: found an indentation indicator equal to 0'],
    ['a: *b', "yaml: unknown anchor 'b' referenced"],
    ['a: &b [*b]', "yaml: anchor 'b' value contains itself"],
    ['a: !x!y z', 'yaml: found undefined tag handle'],
    ['%YAML 1.2\n---\na', 'yaml: found incompatible YAML document'],
    ['%NO x\n---\na', 'yaml: found unknown directive name'],
    ['%YAML 1.1\na: b', 'yaml: line 1: did not find expected <document start>'],
    ['a\nb: c', 'yaml: line 2: mapping values are not allowed in this context'],
    ['a: b\nc\nd: e', "yaml: line 3: could not find expected ':'"],
    ['- a\n# \u0007', 'yaml: control characters are not allowed'],
    ['a: \udcff', 'yaml: invalid leading UTF-8 octet'],
    ['a: \udcc3x', 'yaml: invalid trailing UTF-8 octet'],
    ['a: \udce2\udc82', 'yaml: incomplete UTF-8 octet sequence'],
    ['a: \udcc0\udc80', 'yaml: invalid length of a UTF-8 sequence'],
    ['a: .nan', 'json: unsupported value: NaN'],
    ['~: a', 'unsupported map key of type: %!s(<nil>), key: <nil>, value: "a"'],
    ['[a]: b', 'yaml: invalid map key: []interface {}{"a"}'],
    ['a: !!int x', 'yaml: cannot decode !!str `x` as a !!int'],
    ['<<: 1', 'yaml: map merge requires map or sequence of maps as the value'],
  ])('%j', (text, expected) => {
    expect(json(text)).toBe(expected)
  })

  test('a broken character far behind is met only when reading comes there', () => {
    const far = `a: @\n${'# padding\n'.repeat(80)}# \u0001`
    expect(json(far)).toBe('yaml: found character that cannot start any token')
    expect(json(`a: @\n# \u0001`)).toBe('yaml: control characters are not allowed')
  })
})

test('keys that stand twice: the last one counts, and each is told with its line', () => {
  const reading = readGoYaml('a: 1\nb:\n  c: 1\n  c: 2\na: 3\n')
  if ('refused' in reading) throw new Error(reading.refused)
  expect(jsonText(reading.node)).toBe('{"a":3,"b":{"c":2}}')
  expect(duplicateWords(reading.duplicates)).toBe(
    'yaml: unmarshal errors:\n  line 4: key "c" already set in map\n  line 5: key "a" already set in map',
  )
  expect(reading.duplicates.map(({ path }) => path)).toEqual([['b', 'c'], ['a']])
})

test('values keep their places', () => {
  const text = 'a: &x [1, "two"]\nb: { c: *x }\n'
  const reading = readGoYaml(text)
  if ('refused' in reading) throw new Error(reading.refused)
  const { rangeOf, keyRangeOf } = placesIn(reading.node)
  const shown = (range: { start: number; end: number } | undefined) => range && text.slice(range.start, range.end)
  expect(shown(rangeOf(['a', 1]))).toBe('"two"')
  expect(shown(rangeOf(['a']))).toBe('&x [1, "two"]')
  expect(shown(rangeOf(['b', 'c']))).toBe('*x')
  expect(shown(keyRangeOf(['b', 'c']))).toBe('c')
  expect(rangeOf(['b', 'd'])).toBeUndefined()
})

describe('whatever the text', () => {
  const { next, one, times } = generator(7)
  const pieces = [
    'a',
    'b: ',
    '- ',
    '\n',
    '\n  ',
    ' ',
    '[',
    ']',
    '{',
    '}',
    ',',
    ': ',
    '? ',
    '&x ',
    '*x',
    '"',
    "'",
    '|',
    '>-',
    '#',
    '---',
    '!!int ',
    '<<: ',
    '\t',
    '%',
    '0x',
    '\\',
    '\r',
    '\u2028',
    '\udcff',
    '😀',
  ] as const

  test('it is read, or refused with words', () => {
    for (let i = 0; i < 4000; i++) {
      const text = times(1 + next(30), () => one(pieces)).join('')
      const reading = readGoYaml(text)
      if ('refused' in reading) expect(reading.refused).toMatch(/^(?:yaml: |json: |unsupported map key)/)
      else expect(() => JSON.parse(jsonText(reading.node))).not.toThrow()
    }
  })

  test('JSON is YAML, and means the same', () => {
    const value = (depth: number): unknown => {
      const kind = next(depth > 3 ? 4 : 6)
      if (kind === 0) return next(1000) - 500
      if (kind === 1) return times(next(6), () => one(['y', ' ', 'é', '"', ':', '#', '\n', '0', '<'])).join('')
      if (kind === 2) return one([true, false])
      if (kind === 3) return null
      if (kind === 4) return times(next(4), () => value(depth + 1))
      return Object.fromEntries(times(next(4), () => [`k${next(9)}`, value(depth + 1)]))
    }
    for (let i = 0; i < 500; i++) {
      const made = value(0)
      const indent = one([undefined, 1, 2])
      const read = json(JSON.stringify(made, null, indent))
      expect(JSON.parse(read)).toEqual(made)
    }
  })

  test.each([
    ['brackets', '['.repeat(200_000)],
    ['braces', '{a: '.repeat(100_000)],
    ['lists in lists', '- '.repeat(200_000)],
    ['maps in maps', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
    ['a large text', 'a'.repeat(2 << 20)],
  ])('a limit of ours stops %s', (_, text) => {
    const reading = readGoYaml(text)
    expect('refused' in reading && reading.ours).toBe(true)
  })

  test('aliases cannot make much of little', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`)
    const reading = readGoYaml(['a0: &a0 [x]', ...levels].join('\n'))
    expect('refused' in reading && (reading.ours || reading.refused)).toBeTruthy()
  })
})
