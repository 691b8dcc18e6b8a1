import type { SuspiciousAction } from './action.ts'

const anywhere = ['host', 'container'] as const

/** Files that are read, written, removed or made in places where programs have no business. */
export const fileActions: readonly SuspiciousAction[] = [
  {
    name: 'ReadSensitiveFileUntrusted',
    meaning: 'A program that has no business there reads the file with the passwords.',
    where: anywhere,
    events: [{ open: '/etc/shadow', by: '/usr/bin/cat /etc/shadow', ancestors: ['bash'] }],
    rule: 'Sensitive file read',
  },
  {
    name: 'ReadSensitiveFileTrustedAfterStartup',
    meaning: 'A server that may read the passwords when it starts reads them again, long after.',
    where: anywhere,
    events: [{ open: '/etc/shadow', by: '/usr/sbin/sshd -D' }],
  },
  {
    name: 'WriteBelowEtc',
    meaning: 'A file of the configuration is made below /etc.',
    where: anywhere,
    events: [{ create: '/etc/created-by-event-generator', by: '/usr/bin/touch /etc/created-by-event-generator' }],
    rule: 'Write below etc in container',
  },
  {
    name: 'WriteBelowRoot',
    meaning: 'A file is made in the topmost directory.',
    where: anywhere,
    events: [{ create: '/created-by-event-generator', by: '/usr/bin/touch /created-by-event-generator' }],
  },
  {
    name: 'WriteBelowBinaryDir',
    meaning: 'A file is made where programs lie.',
    where: anywhere,
    events: [
      { create: '/usr/bin/created-by-event-generator', by: '/usr/bin/touch /usr/bin/created-by-event-generator' },
    ],
  },
  {
    name: 'MkdirBinaryDirs',
    meaning: 'A directory is made where programs lie.',
    where: anywhere,
    events: [{ mkdir: '/usr/bin/directory-created-by-event-generator', by: '/usr/bin/mkdir /usr/bin/directory' }],
  },
  {
    name: 'ModifyBinaryDirs',
    meaning: 'A program is given another name where programs lie.',
    where: anywhere,
    events: [{ rename: '/usr/bin/true', to: '/usr/bin/true.bak', by: '/usr/bin/mv /usr/bin/true /usr/bin/true.bak' }],
  },
  {
    name: 'ClearLogActivities',
    meaning: 'A log is emptied.',
    where: anywhere,
    events: [{ write: '/var/log/syslog', by: '/usr/bin/truncate -s 0 /var/log/syslog', ancestors: ['bash'] }],
  },
]
