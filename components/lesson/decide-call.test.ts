import { describe, expect, test } from 'vitest'
import { lessons } from '#packs/lessons.ts'
import { parseCall } from './call.ts'
import { decideCall } from './decide-call.ts'

const examples = (await lessons()).find(it => it.slug === 'seccomp')?.examples ?? {}

/** Example, call → the words of the widget and the lines that it lights. The lesson's text builds on these. */
const CASES: readonly (readonly [string, string, string, string, readonly number[] | undefined])[] = [
  ['web', 'unshare', 'refused with EPERM', 'defaultAction, line 2: no rule matches', [2, 2]],
  ['web', 'openat', 'allowed', 'rule 1, lines 5 to 8', [5, 8]],
  ['web', 'clone(0x11)', 'allowed', 'rule 2, lines 9 to 20', [9, 20]],
  ['web', 'clone(0x10000000)', 'refused with EPERM', 'defaultAction, line 2: no rule matches', [2, 2]],
  ['web', 'clone3', 'refused with ENOSYS', 'runc: its number is above every call that the profile names', undefined],
  ['socket-range', 'socket(1)', 'refused with EPERM', 'rule 1, lines 4 to 19', [4, 19]],
  ['socket-range', 'socket(2)', 'refused with EPERM', 'rule 1, lines 4 to 19', [4, 19]],
  ['socket-range', 'socket(16)', 'refused with EPERM', 'rule 1, lines 4 to 19', [4, 19]],
  ['socket-range', 'socket(41)', 'refused with EPERM', 'rule 1, lines 4 to 19', [4, 19]],
  ['socket-range', 'mount', 'allowed', 'defaultAction, line 2: no rule matches', [2, 2]],
]

describe('trying a call against an example of the lesson', () => {
  test.each(CASES)('%s: %s', (name, call, outcome, by, lit) => {
    const parsed = parseCall(call)
    const verdict = parsed && decideCall(examples[`examples/${name}.json`] ?? '', parsed)
    expect(verdict).toEqual({ decided: true, outcome, by, ...(lit && { lit }) })
  })
})

/** A one-line profile with this action as its default, and what the widget says of a call that no rule names. */
const ACTIONS = [
  ['ALLOW', 'allowed'],
  ['LOG', 'allowed and logged'],
  ['ERRNO', 'refused with EPERM'],
  ['KILL', 'the thread is killed'],
  ['KILL_THREAD', 'the thread is killed'],
  ['KILL_PROCESS', 'the process is killed'],
  ['TRAP', 'the thread gets SIGSYS'],
  ['TRACE', 'a tracer decides; without one, ENOSYS'],
] as const

test.each(ACTIONS)('a default of %s', (action, outcome) => {
  const profile = `{ "defaultAction": "SCMP_ACT_${action}", "syscalls": [{ "names": ["clone3"], "action": "SCMP_ACT_ERRNO", "errnoRet": 2 }] }`
  expect(decideCall(profile, { syscall: 'mount' }).outcome).toBe(outcome)
})

test('a profile that cannot be read decides nothing', () => {
  expect(decideCall('{', { syscall: 'mount' })).toMatchObject({ decided: false, outcome: 'not decided' })
})

test('a call that nobody knows is not decided', () => {
  expect(decideCall('{"defaultAction": "SCMP_ACT_ALLOW"}', { syscall: 'nope' })).toMatchObject({ decided: false })
})
