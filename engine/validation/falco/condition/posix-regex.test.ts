import { describe, expect, test } from 'vitest'
import { compileRegex } from './regex.ts'

const matches = (pattern: string, value: string) => {
  const compiled = compileRegex(pattern)
  return typeof compiled === 'function' ? compiled(value) : compiled.message
}

describe('patterns match whole values', () => {
  test.each<[string, string, boolean]>([
    ['/etc/.*', '/etc/passwd', true],
    ['/etc/.*', 'x/etc/passwd', false],
    ['^a|b$', 'b', true],
    ['a**', 'aaa', true],
    ['a+?', '', true],
    ['x{2,3}', 'xxxx', false],
    ['x{', 'x{', true],
    ['[]a-c]+', ']b', true],
    ['[^a]', '\n', true],
    ['.', '\n', false],
    ['[[:alpha:]_-]*', 'a_-', true],
    ['\\x41\\x{e9}\\101\\.', 'AéA.', true],
    ['a||b', '', true],
    ['(a|(b))c', 'bc', true],
  ])('%s of %j → %s', (pattern, value, expected) => {
    expect(matches(pattern, value)).toBe(expected)
  })
})

describe('what Perl has and POSIX has not is refused, in RE2’s words', () => {
  test.each([
    ['\\d+', 'invalid escape sequence: \\d'],
    ['[\\w]', 'invalid escape sequence: \\w'],
    ['\\8', 'invalid escape sequence: \\8'],
    ['\\x4', 'invalid escape sequence: \\x4'],
    ['(?i)x', 'no argument for repetition operator: ?'],
    ['*', 'no argument for repetition operator: *'],
    ['a|+', 'no argument for repetition operator: +'],
    ['(', 'missing ): ('],
    ['a)', 'unexpected ): a)'],
    ['[a', 'missing ]: [a'],
    ['[z-a]', 'invalid character class range: z-a'],
    ['[a-b-c]', 'invalid character class range: -c'],
    ['[[:letter:]]', 'invalid character class range: [:letter:]'],
    ['x{1001}', 'invalid repetition size: {1001}'],
    ['(x{100}){20}', 'invalid repetition size: {20}'],
    ['x\\', 'trailing \\'],
  ])('%s', (pattern, problem) => {
    expect(matches(pattern, '')).toBe(`invalid regex pattern: ${problem}`)
  })
})
