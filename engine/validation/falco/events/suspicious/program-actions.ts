import type { SuspiciousAction } from './action.ts'

const anywhere = ['host', 'container'] as const

/** Programs that start where, or from what, they have no business. */
export const programActions: readonly SuspiciousAction[] = [
  {
    name: 'RunShellInContainer',
    meaning: 'Somebody opens a shell with a terminal in a container.',
    where: ['container'],
    events: [{ exec: '/bin/sh', tty: true, ancestors: ['runc'] }],
    rule: 'Shell in container',
  },
  {
    name: 'RunShellUntrusted',
    meaning: 'A web server starts a shell.',
    where: anywhere,
    events: [{ exec: '/bin/sh', args: ['-c', 'id'], user: 'www-data', uid: 33, ancestors: ['nginx', 'nginx'] }],
  },
  {
    name: 'PackageManagementProcessLaunched',
    meaning: 'Something is installed in a container that runs.',
    where: ['container'],
    events: [{ exec: '/usr/bin/apt', args: ['install', '-y', 'nmap'], ancestors: ['bash'] }],
    rule: 'Package manager in container',
  },
  {
    name: 'NetcatRemoteCodeExecutionInContainer',
    meaning: 'A shell is offered to whoever connects, by netcat.',
    where: ['container'],
    events: [{ exec: '/usr/bin/nc', args: ['-l', '-p', '4444', '-e', '/bin/sh'], ancestors: ['bash'] }],
  },
]
