import { expect, test } from 'vitest'
import { compileSeccompProfile } from './decide.ts'
import { defaultCapabilities, runtimeDefaultProfile } from './default-profile.ts'
import { fateOf } from './explain.ts'
import { containerStarts } from './starts.ts'

const admin = [...defaultCapabilities, 'CAP_SYS_ADMIN']

test.each([
  ['openat', [], 'is allowed', 'is allowed'],
  ['chroot', [], 'is allowed', 'is allowed'],
  ['ptrace', [], 'is allowed', 'is allowed'],
  ['unshare', [], 'is refused with EPERM', 'is allowed'],
  ['mount', [], 'is refused with EPERM', 'is allowed'],
  ['clone3', [], 'is refused with ENOSYS', 'is allowed'],
  ['clone', [0x11n], 'is allowed', 'is allowed'],
  // CLONE_NEWUSER
  ['clone', [0x10000011n], 'is refused with EPERM', 'is allowed'],
  // AF_INET, AF_ALG, AF_VSOCK
  ['socket', [2n], 'is allowed', 'is allowed'],
  ['socket', [38n], 'is refused with EPERM', 'is refused with EPERM'],
  ['socket', [40n], 'is refused with EPERM', 'is refused with EPERM'],
  ['personality', [0xffffffffn], 'is allowed', 'is allowed'],
  ['personality', [1n], 'is refused with EPERM', 'is refused with EPERM'],
  ['keyctl', [], 'is refused with EPERM', 'is refused with EPERM'],
  ['reboot', [], 'is refused with EPERM', 'is refused with EPERM'],
])('RuntimeDefault: %s %s', (syscall, args, plain, withAdmin) => {
  const fates = [defaultCapabilities, admin].map(capabilities => {
    const decision = compileSeccompProfile(runtimeDefaultProfile(capabilities)).decide({ syscall, args })
    return 'action' in decision ? fateOf(decision) : decision.undecided
  })
  expect(fates).toEqual([plain, withAdmin])
})

test.each([true, false])('a container starts under RuntimeDefault, noNewPrivileges %s', noNewPrivileges => {
  expect(containerStarts(compileSeccompProfile(runtimeDefaultProfile()), { noNewPrivileges })).toEqual({ starts: true })
})
