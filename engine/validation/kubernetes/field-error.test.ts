import { describe, expect, test } from 'vitest'
import {
  aggregate,
  duplicate,
  type FieldError,
  forbidden,
  inJson,
  internal,
  invalid,
  isInvalid,
  notFound,
  notSupported,
  required,
  tooLong,
  tooMany,
  tooShort,
  typeInvalid,
} from './field-error.ts'
import { at, child, keyed, printedAs, wholeObject } from './field-path.ts'

const lines: readonly (readonly [FieldError, string, string])[] = [
  [required(at('spec', 'ports')), 'FieldValueRequired', 'spec.ports: Required value'],
  [required(at('a'), 'say it'), 'FieldValueRequired', 'a: Required value: say it'],
  [invalid(at('a', 3, 'b'), 'x\u0001"é', 'no'), 'FieldValueInvalid', String.raw`a[3].b: Invalid value: "x\x01\"é": no`],
  [invalid(at('a'), 5n, 'no'), 'FieldValueInvalid', 'a: Invalid value: 5: no'],
  [invalid(at('a'), true, 'no'), 'FieldValueInvalid', 'a: Invalid value: true: no'],
  [
    invalid(at('a'), inJson(['<x>', '\u0001']), 'no'),
    'FieldValueInvalid',
    String.raw`a: Invalid value: ["\u003cx\u003e","\u0001"]: no`,
  ],
  [
    invalid(at('a'), inJson({ Type: 'X', Name: null }), ''),
    'FieldValueInvalid',
    'a: Invalid value: {"Type":"X","Name":null}',
  ],
  [
    invalid(
      at('a'),
      inJson(
        new Map([
          ['b', 1],
          ['a', 2],
        ]),
      ),
      'no',
    ),
    'FieldValueInvalid',
    'a: Invalid value: {"a":2,"b":1}: no',
  ],
  [invalid(at('a'), inJson(undefined), 'no'), 'FieldValueInvalid', 'a: Invalid value: null: no'],
  [typeInvalid(at('a'), 'integer', 'no'), 'FieldValueTypeInvalid', 'a: Invalid value: "integer": no'],
  [
    notSupported(keyed(at('limits'), 'cpu'), 'x', ['A', 'B']),
    'FieldValueNotSupported',
    'limits[cpu]: Unsupported value: "x": supported values: "A", "B"',
  ],
  [notFound(child(at('v'), 0), 'x'), 'FieldValueNotFound', 'v[0]: Not found: "x"'],
  [duplicate(printedAs(at('a', 0), 'a'), 'x'), 'FieldValueDuplicate', 'a: Duplicate value: "x"'],
  [forbidden(wholeObject, 'no'), 'FieldValueForbidden', '<nil>: Forbidden: no'],
  [tooLong(at('a'), 1), 'FieldValueTooLong', 'a: Too long: may not be more than 1 byte'],
  [tooLong(at('a'), 9, 'characters'), 'FieldValueTooLong', 'a: Too long: may not be more than 9 characters'],
  [tooShort(at('a'), 2), 'FieldValueTooShort', 'a: Too short: must be at least 2 characters'],
  [tooMany(at('a'), 3, 2), 'FieldValueTooMany', 'a: Too many: 3: must have at most 2 items'],
  [internal(at('a'), 'broke'), 'InternalError', 'a: Internal error: broke'],
]

describe('an error of validation', () => {
  test.each(lines)('reads as Kubernetes prints it: %#', (error, reason, message) => {
    expect([error.reason, error.message]).toEqual([reason, message])
    expect(error.message.endsWith(error.body)).toBe(true)
  })
})

test('several errors come in brackets, equal ones once', () => {
  const error = required(at('a'))
  expect(aggregate([])).toBe('[]')
  expect(isInvalid('Pod', 'x', [error, error])).toBe('Pod "x" is invalid: a: Required value')
  expect(isInvalid('Pod', 'x', [error, required(at('b'))])).toBe(
    'Pod "x" is invalid: [a: Required value, b: Required value]',
  )
})
