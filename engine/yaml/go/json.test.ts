import { expect, test } from 'vitest'
import { parseJson } from './json.ts'

test.each([
  ['{"a": 1', 'unexpected end of JSON input'],
  ['"a', 'unexpected end of JSON input'],
  // Go puts a blank to the end, which some words and signs do not take.
  ['-', "invalid character ' ' in numeric literal"],
  ['[2.', "invalid character ' ' after decimal point in numeric literal"],
  ['2e+', "invalid character ' ' in exponent of numeric literal"],
  ['{"a": nu', "invalid character ' ' in literal null (expecting 'l')"],
  ['"\\', "invalid character ' ' in string escape code"],
  ['"\\u00', "invalid character ' ' in \\u hexadecimal character escape"],
])('a text that ends too early: %s', (text, error) => {
  expect(parseJson(text)).toEqual({ error, at: text.length })
})
