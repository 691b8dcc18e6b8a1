import type { Host, World } from '../world.ts'
import { appendLog } from './append-log.ts'
import { type HostServices, type JournalLine, journalAtMost } from './state.ts'

export const syslogFile = '/var/log/syslog'

/** No message is longer than this, in characters. */
const messageAtMost = 4096

/** What a host's services have written and how they are; nothing is there yet where nothing differs from its start. */
export function servicesOf(world: World, host: Host): HostServices {
  return world.services.get(host.name) ?? { journal: [] }
}

/** Puts lines into a host's journal, and into its syslog what goes there. */
export function write(world: World, host: Host, lines: readonly (JournalLine & { readonly syslog?: string })[]): void {
  if (lines.length === 0) return
  const services = servicesOf(world, host)
  const added = lines.map(({ at, unit, from, text }) => ({ at, unit, from, text: text.slice(0, messageAtMost) }))
  world.services.set(host.name, { ...services, journal: [...services.journal, ...added].slice(-journalAtMost) })
  const syslog = lines.flatMap(({ at, syslog, text }) =>
    syslog === undefined
      ? []
      : [`${syslogTime(at)} ${host.name} ${syslog}: ${text.slice(0, messageAtMost).replaceAll('\n', '#012')}\n`],
  )
  appendLog(host, syslogFile, syslog.join(''), world.clock)
}

/** `2026-11-22T09:30:00.000000+00:00`: how rsyslog of Ubuntu 24.04 begins a line. */
function syslogTime(at: number): string {
  return new Date(at).toISOString().replace('Z', '000+00:00')
}
