import { describe, expect, test } from 'vitest'
import { syscallsOf } from '#engine/validation/seccomp/syscalls.ts'
import { countRuntimeDefault, DEFAULT_CAPABILITIES } from './count-runtime-default.ts'

const usual = countRuntimeDefault(DEFAULT_CAPABILITIES)
const admin = countRuntimeDefault([...DEFAULT_CAPABILITIES, 'CAP_SYS_ADMIN'])

describe('what RuntimeDefault makes of the calls of x86_64', () => {
  test('every call is counted once', () => {
    for (const { allowed, depends, refused } of [usual, admin])
      expect([...allowed, ...depends, ...refused].sort()).toEqual([...syscallsOf('x86_64')].sort())
  })

  test.each([
    ['openat', usual.allowed],
    ['chroot', usual.allowed],
    ['clone', usual.depends],
    ['personality', usual.depends],
    ['mount', usual.refused],
    ['clone3', usual.refused],
    ['mount', admin.allowed],
    ['clone', admin.allowed],
  ])('%s is where it belongs', (call, list) => {
    expect(list).toContain(call)
  })
})
