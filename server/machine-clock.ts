import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import type { MachineClock } from './exams/exam-clock.ts'

let boot: string | undefined

/** The clocks of this machine, now. */
export function machineClock(): MachineClock {
  boot ??= readBoot()
  return { wall: Date.now(), uptime: uptime(), boot }
}

/** Linux names each boot; elsewhere there is no name. */
function readBoot(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}
