import { describe, expect, it } from 'vitest'
import { limit } from './limits.ts'
import { lineColumn, linesOf } from './place.ts'
import type { Path } from './range.ts'
import { readYaml } from './read-yaml.ts'

const first = (text: string, scalars: 'core' | 'kubernetes' = 'core') => readYaml(text, { scalars }).documents[0]
const plain = (value: unknown) => JSON.parse(JSON.stringify(value))

describe('plain scalars', () => {
  it.each([
    ['yes', 'yes', true],
    ['y', 'y', true],
    ['Off', 'Off', false],
    ['true', true, true],
    ['0400', 400, 256],
    ['0o17', 15, 15],
    ['0x1F', 31, 31],
    ['-0b11', '-0b11', -3],
    ['1_000', '1_000', 1000],
    ['08', 8, 8],
    ['1e3', 1000, 1000],
    ['.5', 0.5, 0.5],
    ['~', null, null],
    ['', null, null],
    ['12:30', '12:30', '12:30'],
    ['2024-01-01', '2024-01-01', '2024-01-01'],
    ['"yes"', 'yes', 'yes'],
    ['!!str 5', '5', '5'],
    ['!!int "5"', 5, 5],
    ['!!binary aGVsbG8=', 'hello', 'hello'],
    ['!mine 5', '5', '5'],
  ])('%s', (text, core, kubernetes) => {
    expect(plain(first(`a: ${text}`)?.value)).toEqual({ a: core })
    expect(plain(first(`a: ${text}`, 'kubernetes')?.value)).toEqual({ a: kubernetes })
  })

  it('keeps keys as they are written, but for Kubernetes, which reads them', () => {
    expect(Object.keys(plain(first('yes: 1\n0x10: 2')?.value))).toEqual(['yes', '0x10'])
    expect(Object.keys(plain(first('yes: 1\n0x10: 2', 'kubernetes')?.value)).sort()).toEqual(['16', 'true'])
  })
})

describe('places', () => {
  const text =
    'rules:\n  - level: None # quiet\n    users: [a, b]\n  # about the next\n  - level: |\n      x\n\nlast: &n {k: v}\nagain: *n\nnone:\n'
  const at = (path: Path) => {
    const range = first(text)?.rangeOf(path)
    return range && text.slice(range.start, range.end)
  }
  it.each<[Path, string]>([
    [['rules', 0], 'level: None # quiet\n    users: [a, b]'],
    [['rules', 0, 'level'], 'None'],
    [['rules', 0, 'users', 1], 'b'],
    [['last'], '{k: v}'],
    [['again'], '*n'],
    [['again', 'k'], 'v'],
    [['none'], ''],
  ])('%j', (path, shown) => {
    expect(at(path)).toBe(shown)
  })

  it('knows keys, and what is not there', () => {
    const document = first(text)
    expect(document?.keyRangeOf(['rules', 0, 'users'])).toEqual({ start: 35, end: 40 })
    expect(document?.keyRangeOf(['rules', 0])).toBeUndefined()
    expect(document?.rangeOf(['rules', 9])).toBeUndefined()
    expect(document?.rangeOf(['rules', 'level'])).toBeUndefined()
    expect(document?.rangeOf(['last', 'k', 'deeper'])).toBeUndefined()
  })

  it('counts lines without the blank end of a block', () => {
    const range = first(text)?.rangeOf(['rules', 1, 'level'])
    expect(range && linesOf(text, range)).toEqual({ line: 5, endLine: 6 })
    expect(lineColumn('a\r\nb\rc\nd', 7)).toEqual({ line: 4, column: 1 })
    expect(lineColumn('abc', 99)).toEqual({ line: 1, column: 4 })
  })
})

describe('prototypes', () => {
  it('takes __proto__ for a key like any other', () => {
    const value = first('__proto__: {polluted: 1}\nconstructor: 2\na: {__proto__: 3}\n')?.value
    expect(JSON.stringify(value)).toBe('{"__proto__":{"polluted":1},"constructor":2,"a":{"__proto__":3}}')
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(Object.getPrototypeOf(value)).toBeNull()
  })
})

describe('odd characters', () => {
  it.each([
    ['a byte order mark', '\uFEFFa: 1', { a: 1 }],
    ['CRLF', 'a: 1\r\nb:\r\n  - 2\r\n', { a: 1, b: [2] }],
    ['no line end', 'a:\n  - b', { a: ['b'] }],
    ['a tab between key and value', 'a:\tb', { a: 'b' }],
    ['a character beyond 16 bits', 'a: 😀', { a: '😀' }],
  ])('reads %s', (_, text, value) => {
    expect(readYaml(text).findings).toEqual([])
    expect(plain(first(text)?.value)).toEqual(value)
  })

  it.each([
    ['NUL', 'a: b\0', 'U+0000'],
    ['a lone surrogate', 'a: \ud800b', 'U+D800'],
    ['escape', 'a: \x1b[0m', 'U+001B'],
  ])('refuses %s', (_, text, character) => {
    expect(readYaml(text).findings).toMatchObject([{ code: 'yaml-control-character', data: { character } }])
  })
})

describe('limits', () => {
  const codes = (text: string) => readYaml(text).findings.map(({ code }) => code)
  const letters = 'bcdefghij'
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x, x]',
    ...[...letters].map((letter, i) => `${letter}: &${letter} [${Array(10).fill(`*${'abcdefghij'[i]}`)}]`),
  ].join('\n')
  const chain = Array.from({ length: 100 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`).join('\n')

  it.each([
    ['brackets', '['.repeat(10_000)],
    ['braces', '{a: '.repeat(10_000)],
    ['dashes', `${'- '.repeat(10_000)}a`],
    ['question marks', '? '.repeat(10_000)],
    ['indentation', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('stops at %s nested too deep', (_, text) => {
    expect(codes(text)).toEqual(['yaml-too-deep'])
  })

  it('goes as deep as it says', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    expect(codes(nested(limit.depth))).toEqual([])
    expect(codes(nested(limit.depth + 1))).toEqual(['yaml-too-deep'])
  })

  it.each([
    ['that multiply', bomb],
    ['that nest', `a0: &a0 [x]\n${chain}`],
  ])('stops at aliases %s, and what is read stays small', (_, text) => {
    expect(codes(text)).toEqual(['yaml-too-many-aliases'])
    expect(JSON.stringify(first(text)?.value).length).toBeLessThan(3_000_000)
  })

  it('stops at too many documents, tokens and bytes', () => {
    expect(codes('---\na\n'.repeat(limit.documents + 1))).toEqual(['yaml-too-many-documents'])
    expect(codes('a'.repeat(limit.size + 1))).toEqual(['yaml-too-large'])
    expect(codes('€'.repeat(limit.size / 3 + 1))).toEqual(['yaml-too-large'])
    expect(codes(`a: ${'x'.repeat(limit.size - 3)}`)).toEqual([])
    expect(codes(`[${'a,'.repeat(limit.tokens / 2)}]`)).toEqual(['yaml-too-large'])
  })

  it('reports no more findings than anybody reads', () => {
    expect(codes('a: 1\n'.repeat(1000))).toHaveLength(limit.findings)
  })

  it('says when a key is too long', () => {
    expect(codes(`${'k'.repeat(1025)}: 1`)).toEqual(['yaml-key-too-long'])
  })
})
