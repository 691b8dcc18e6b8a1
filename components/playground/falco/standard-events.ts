import type { FalcoEvent } from '#engine/validation/falco/event.ts'
import { namedEvents } from '#engine/validation/falco/events/named.ts'
import { readFalcoEvent } from '#engine/validation/falco/events/read-event.ts'
import type { ActionScope } from '#engine/validation/falco/events/suspicious/action.ts'
import { shorthandsOf, suspiciousActions } from '#engine/validation/falco/events/suspicious/fire.ts'

const scopes: readonly ActionScope[] = [
  { where: 'host' },
  { where: 'container', name: 'web', image: 'docker.io/library/nginx:1.27', pod: 'web', ns: 'default' },
]

/** What goes on every day, and should not alert. */
const ordinary: readonly Readonly<Record<string, unknown>>[] = [
  { open: '/etc/passwd', by: '/usr/bin/id', user: 'root', tty: false, ancestors: ['bash', 'sshd', 'systemd'] },
  { exec: '/usr/bin/ls', args: ['-l'], user: 'root', tty: true, ancestors: ['bash', 'sshd', 'systemd'] },
  { write: '/var/log/syslog', by: '/usr/sbin/rsyslogd -n', user: 'syslog', tty: false, ancestors: ['systemd'] },
  {
    connect: '10.96.0.1:443',
    from: '10.0.0.11:40000',
    by: '/usr/bin/kubelet',
    user: 'root',
    tty: false,
    ancestors: ['systemd'],
  },
  ...[
    { open: '/etc/nginx/nginx.conf', by: '/usr/sbin/nginx', user: 'root' },
    { write: '/var/cache/nginx/a', by: '/usr/sbin/nginx', user: 'nginx' },
    { connect: '10.244.1.7:5432', from: '10.244.1.5:40000', by: '/usr/sbin/nginx', user: 'nginx' },
    { connect: '203.0.113.7:443', from: '10.244.1.5:40000', by: '/usr/bin/curl https://example.com', user: 'nginx' },
  ].map(it => ({
    ...{ ...it, tty: false, cwd: '/', ancestors: ['nginx', 'containerd-shim', 'systemd'] },
    ...{ container: 'web', image: 'docker.io/library/nginx:1.27', pod: 'web', ns: 'default' },
  })),
]

export interface StandardEvent {
  readonly event: FalcoEvent
  /** As labs write it. */
  readonly shorthand: Readonly<Record<string, unknown>>
}

let made: readonly StandardEvent[] | undefined

/** Events that every set of rules is put to: suspicious ones on a host and in a container, those that labs name, ordinary ones. */
export function standardEvents(): readonly StandardEvent[] {
  made ??= [
    ...suspiciousActions().flatMap(action => scopes.flatMap(scope => shorthandsOf(action, scope))),
    ...Object.values(namedEvents),
    ...ordinary,
  ].flatMap((shorthand: Readonly<Record<string, unknown>>) => {
    const { value: event } = readFalcoEvent(shorthand)
    return event ? [{ event, shorthand }] : []
  })
  return made
}
