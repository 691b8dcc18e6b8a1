import { expect, test } from 'vitest'
import { parseCall } from './call.ts'

const CASES = [
  ['unshare', { syscall: 'unshare' }],
  ['  exit_group ', { syscall: 'exit_group' }],
  ['mount()', { syscall: 'mount' }],
  ['clone(0x10000000)', { syscall: 'clone', args: [0x10000000n] }],
  ['socket(2, 1, 0)', { syscall: 'socket', args: [2n, 1n, 0n] }],
  ['prctl(0xffffffffffffffff)', { syscall: 'prctl', args: [2n ** 64n - 1n] }],
  ['', undefined],
  ['unshare mount', undefined],
  ['clone(-1)', undefined],
  ['clone(flags)', undefined],
  ['clone(1', undefined],
  ['clone(99999999999999999999)', undefined],
  ['socket(1,2,3,4,5,6,7)', undefined],
  ['<b>mount</b>', undefined],
] as const

test.each(CASES)('%s', (text, expected) => {
  expect(parseCall(text)).toEqual(expected)
})
