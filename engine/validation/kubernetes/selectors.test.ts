import { describe, expect, test } from 'vitest'
import { meetsTerms, parseFieldSelector, termsText } from './field-selector.ts'
import { labelErrors, labelKeyErrors, pathSegmentErrors, portNameErrors, subdomainErrors } from './names.ts'
import { parseLabelSelector } from './parse-selector.ts'
import { meets, requirementsOf, requirementsText } from './selector-requirement.ts'

const labels = new Map([
  ['team', 'red'],
  ['size', '5'],
])

describe('a label selector in a line', () => {
  test.each([
    ['', '', true],
    ['team=red', 'team=red', true],
    ['team != red', 'team!=red', false],
    ['zone!=a', 'zone!=a', true],
    ['team in (red, blue),size', 'size,team in (blue,red)', true],
    ['team notin (red)', 'team notin (red)', false],
    ['!zone,size>4,size<6', 'size>4,size<6,!zone', true],
    ['size>5', 'size>5', false],
    ['team in (,red)', 'team in (,red)', true],
    ['in in (in)', 'in in (in)', false],
  ])('%s', (text, shown, takes) => {
    const read = parseLabelSelector(text)
    if ('error' in read) throw new Error(read.error)
    expect(requirementsText(read.requirements)).toBe(shown)
    expect(read.requirements.every(each => meets(each, labels))).toBe(takes)
  })

  test.each([
    ['=red', "found '=', expected: !, identifier, or 'end of string'"],
    ['team\0red', "unable to parse requirement: found 'red', expected: in, notin, =, ==, !=, gt, lt"],
    ['team red', "unable to parse requirement: found 'red', expected: in, notin, =, ==, !=, gt, lt"],
    ['team in red', "unable to parse requirement: found 'red' expected: '('"],
    ['team in (a b)', "unable to parse requirement: found 'b', expected: ',' or ')'"],
    ['team,', "found '', expected: identifier after ','"],
    ['team=a)', "found ')', expected: ',' or 'end of string'"],
    ['/x', 'unable to parse requirement: <nil>: Invalid value: "/x": prefix part must be non-empty'],
    [
      'size>big',
      "unable to parse requirement: values[0]: Invalid value: \"big\": for 'Gt', 'Lt' operators, the value must be an integer",
    ],
  ])('refused: %s', (text, error) => {
    expect(parseLabelSelector(text)).toEqual({ error })
  })
})

test('the selector of an object is used as its conditions', () => {
  const expression = (operator: string, values: readonly string[]) =>
    requirementsOf({ matchLabels: new Map(), matchExpressions: [{ key: 'team', operator, values }] })
  expect(expression('Gt', ['1'])).toEqual({ error: '"Gt" is not a valid label selector operator' })
  expect(expression('In', [])).toEqual({
    error: "values: Invalid value: null: for 'in', 'notin' operators, values set can't be empty",
  })
  const read = expression('NotIn', ['blue'])
  expect('requirements' in read && read.requirements.every(each => meets(each, labels))).toBe(true)
})

test.each([
  ['b=2,a!=1', 'a!=1,b=2', false],
  ['b=x\\,y', 'b=x\\,y', true],
  ['c=', 'c=', true],
  ['=', '', true],
])('a field selector: %s', (text, shown, takes) => {
  const read = parseFieldSelector(text)
  if ('error' in read) throw new Error(read.error)
  expect(termsText(read.terms)).toBe(shown)
  expect(
    meetsTerms(
      read.terms,
      new Map([
        ['a', '1'],
        ['b', 'x,y'],
      ]),
    ),
  ).toBe(takes)
})

test.each([
  ['a', "invalid selector: 'a'; can't understand 'a'"],
  ['a=b=c', 'invalid field selector: unescaped character in value: 61'],
  ['a=\\b', 'invalid field selector: invalid escape sequence: \\b'],
])('a field selector that is refused: %s', (text, error) => {
  expect(parseFieldSelector(text)).toEqual({ error })
})

test.each([
  [labelErrors('a.b'), ['must not contain dots']],
  [labelErrors('x'.repeat(64)), ['must be no more than 63 characters']],
  [subdomainErrors('a.b-c.d'), []],
  [labelKeyErrors('a/b/c').length, 1],
  [labelKeyErrors('/b'), ['prefix part must be non-empty']],
  [pathSegmentErrors('a/b%'), ["may not contain '/'", "may not contain '%'"]],
  [pathSegmentErrors('..'), ["may not be '..'"]],
  [portNameErrors('8-0'), ['must contain at least one letter (a-z)']],
  [portNameErrors('-a'), ['must not begin or end with a hyphen']],
])('names: %#', (errors, expected) => {
  expect(errors).toEqual(expected)
})
