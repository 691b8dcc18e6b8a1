import { expect, test } from 'vitest'
import { getopt } from './getopt.ts'

test.each<[readonly string[], string, string | undefined, readonly string[] | string | null]>([
  [['-ab', '-c', 'x', 'rest', '-a'], 'abc:', undefined, ['a', 'b', 'c', 'x']],
  [['-cx', '-z', '--', '-a'], 'abc:', undefined, ['c', 'x', '?']],
  [['--long', '-a', '-c'], 'ac:', undefined, ['a', '']],
  [['-c', '1', '-c2'], 'c:', 'c', '2'],
  [['-a'], 'ac:', 'a', 'a'],
  [['-a'], 'ac:', 'c', null],
  [[], 'a', undefined, []],
])('%j with %s and %s → %j', (args, options, wanted, expected) => {
  expect(getopt(args, options, wanted)).toEqual(expected)
})
