/**
 * The time of an exam. It comes from the serving machine, but not from its wall clock alone, which a person or a time
 * server may set: within one boot the time goes on as the steady count of seconds since boot does (it goes on while the
 * machine sleeps); over a reboot the wall clock is all there is, and it never leads back behind what was touched last.
 */

/** A look at a machine's clocks. */
export interface MachineClock {
  /** Milliseconds since the epoch; may be set. */
  readonly wall: number
  /** Seconds since boot; cannot be set. */
  readonly uptime: number
  /** Which boot; '' where the system does not tell. */
  readonly boot: string
}

/** Which exam time it was (milliseconds since the epoch) at which moment of which boot. */
export interface TouchedClock {
  readonly clockAt: number
  readonly clockUptime: number
  readonly clockBoot: string
}

/** The exam time now, in whole milliseconds since the epoch; never before `clockAt`. */
export function examNow(touched: TouchedClock, machine: MachineClock): number {
  const { clockAt, clockUptime } = touched
  return sameBoot(touched, machine)
    ? clockAt + Math.round((machine.uptime - clockUptime) * 1000)
    : Math.max(Math.round(machine.wall), clockAt)
}

/** What to remember of a touch, so that the next look goes on from here. */
export function touch(touched: TouchedClock, machine: MachineClock): TouchedClock {
  return { clockAt: examNow(touched, machine), clockUptime: machine.uptime, clockBoot: machine.boot }
}

/** The clock of an exam that begins now, by the wall clock. */
export function startClock({ wall, uptime, boot }: MachineClock): TouchedClock {
  return { clockAt: Math.round(wall), clockUptime: uptime, clockBoot: boot }
}

/**
 * Whether the exam was touched since the machine was booted. Where boots have no names, a count that went on is taken for
 * the same one.
 */
export function sameBoot({ clockUptime, clockBoot }: TouchedClock, { uptime, boot }: MachineClock): boolean {
  return clockBoot === boot && uptime >= clockUptime
}
