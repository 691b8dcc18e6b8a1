import { expect, test } from 'vitest'
import { examNow, type MachineClock, startClock, touch } from './exam-clock.ts'

const hour = 3_600_000
/** An exam that was touched at wall time 10 h, 1000 s after the machine was booted. */
const touched = startClock({ wall: 10 * hour, uptime: 1000, boot: 'a' })

const cases: readonly (readonly [name: string, machine: MachineClock, now: number])[] = [
  ['a minute later', { wall: 10 * hour + 60_000, uptime: 1060, boot: 'a' }, 10 * hour + 60_000],
  ['the wall clock was put an hour on', { wall: 11 * hour + 60_000, uptime: 1060, boot: 'a' }, 10 * hour + 60_000],
  ['the wall clock was put an hour back', { wall: 9 * hour + 60_000, uptime: 1060, boot: 'a' }, 10 * hour + 60_000],
  ['the machine slept for an hour', { wall: 11 * hour, uptime: 4600, boot: 'a' }, 11 * hour],
  ['parts of a second count', { wall: 10 * hour, uptime: 1000.25, boot: 'a' }, 10 * hour + 250],
  ['the machine was booted again', { wall: 10 * hour + 90_000, uptime: 20, boot: 'b' }, 10 * hour + 90_000],
  ['it was booted long ago, and the exam moved here', { wall: 11 * hour, uptime: 99_999, boot: 'b' }, 11 * hour],
  ['it was booted with an older wall clock', { wall: 8 * hour, uptime: 20, boot: 'b' }, 10 * hour],
]
test.each(cases)('%s', (_, machine, now) => {
  expect(examNow(touched, machine)).toBe(now)
  // A touch changes nothing of the time, and the next look goes on from it.
  const again = touch(touched, machine)
  expect(examNow(again, machine)).toBe(now)
  expect(examNow(again, { ...machine, wall: 0, uptime: machine.uptime + 5 })).toBe(now + 5000)
})

test('where boots have no names, a count that fell back tells of one', () => {
  const nameless = startClock({ wall: 10 * hour, uptime: 1000, boot: '' })
  expect(examNow(nameless, { wall: 11 * hour, uptime: 1060, boot: '' })).toBe(10 * hour + 60_000)
  expect(examNow(nameless, { wall: 10 * hour + 90_000, uptime: 30, boot: '' })).toBe(10 * hour + 90_000)
})
