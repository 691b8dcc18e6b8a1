import { expect, test } from 'vitest'
import { inTimeQuotes, readDuration } from './duration.ts'
import { scaledValue } from './int-or-string.ts'
import { printQuantity, readQuantity } from './quantity.ts'

test.each([
  // Written as it would be printed, it stays as it is, with all its signs and noughts.
  ['007Mi', '007Mi', 'binary'],
  ['+5Ki', '+5Ki', 'binary'],
  ['008Mi', '8Mi', 'binary'],
  ['2048Ki', '2Mi', 'binary'],
  ['+1.125k', '+1.125k', 'decimal'],
  ['0.5k', '500', 'decimal'],
  ['1000', '1k', 'decimal'],
  // Less than one in binary units is told in decimal ones.
  ['0.25Ki', '256', 'binary'],
  ['0.0002Ki', '204800u', 'decimal'],
  // Beyond the largest unit there is no name.
  ['30000000E', '30', 'decimal'],
  ['-7e0003', '-7e0003', 'exponent'],
  ['9e30', '9e30', 'exponent'],
  ['0.0000000001', '1n', 'decimal'],
  ['Ki', '0', 'binary'],
])('the quantity %s is printed as %s, %s', (text, canonical, format) => {
  expect(readQuantity(text)).toMatchObject({ canonical, format })
})

test.each([
  ['Ei', 'unable to parse numeric part of quantity'],
  ['-.e-12', 'unable to parse numeric part of quantity'],
  ['3KiB', /^quantities must match/],
  ['3ee', "unable to parse quantity's suffix"],
])('the quantity %s is refused: %s', (text, error) => {
  expect(readQuantity(text)).toMatchObject({ error: expect.stringMatching(error) })
})

test('an amount that is too large for every binary unit has none', () => {
  expect(printQuantity(1024n ** 7n * 5n * 10n ** 9n, 'binary')).toBe('5')
})

test.each([
  ['1.5h', 5_400_000_000_000n],
  // Digits that do not fit into 64 bits are left out, and the rest is reckoned with a point.
  ['0.3333333333333333333333h', 1_200_000_000_000n],
  ['0.9999999999999999999s', 1_000_000_000n],
  ['-9223372036854775808ns', -(1n << 63n)],
])('the duration %s has so many nanoseconds', (text, nanoseconds) => {
  expect(readDuration(text)).toBe(nanoseconds)
})

test.each([
  ['9223372036854775809ly', 'time: invalid duration "9223372036854775809ly"'],
  ['9ly', 'time: unknown unit "ly" in duration "9ly"'],
  ['3\x7f', 'time: unknown unit "\x7f" in duration "3\x7f"'],
])('the duration %s is refused in Go’s words', (text, error) => {
  expect(readDuration(text)).toEqual({ error })
})

test('control characters are written out, but for the last one of ASCII', () => {
  expect(inTimeQuotes('\x01\x7fé')).toBe('"\\x01\x7f\\xc3\\xa9"')
})

test.each([
  ['40%', { value: 4 }],
  ['+40%', { value: 4 }],
  [
    '4 0%',
    { error: 'invalid value for IntOrString: invalid value "4 0%": strconv.Atoi: parsing "4 0": invalid syntax' },
  ],
  [
    '77777777777777777777%',
    {
      error:
        'invalid value for IntOrString: invalid value "77777777777777777777%": strconv.Atoi: parsing "77777777777777777777": value out of range',
    },
  ],
  [
    '77777777777777777777x%',
    {
      error:
        'invalid value for IntOrString: invalid value "77777777777777777777x%": strconv.Atoi: parsing "77777777777777777777x": value out of range',
    },
  ],
])('%s of ten', (value, expected) => {
  expect(scaledValue({ type: 'string', value }, 10, true)).toEqual(expected)
})
