import { describe, expect, test } from 'vitest'
import { defaultCapabilities } from '#engine/validation/seccomp/default-profile.ts'
import { syscallsOf } from '#engine/validation/seccomp/syscalls.ts'
import { countRuntimeDefault } from './count-runtime-default.ts'

const usual = countRuntimeDefault(defaultCapabilities)
const admin = countRuntimeDefault([...defaultCapabilities, 'CAP_SYS_ADMIN'])

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
