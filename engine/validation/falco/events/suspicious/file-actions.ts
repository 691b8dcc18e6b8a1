import { type SuspiciousAction, wherever } from './action.ts'

const anywhere = ['host', 'container'] as const

/** Files that are read, written, removed or made in places where programs have no business. */
export const fileActions: readonly SuspiciousAction[] = [
  {
    name: 'ReadSensitiveFileUntrusted',
    meaning: 'A program that has no business there reads the file with the passwords.',
    where: anywhere,
    events: [{ open: '/etc/shadow', by: '/usr/bin/cat /etc/shadow', ancestors: ['bash'] }],
    rules: wherever('Sensitive file read'),
  },
  {
    name: 'ReadSensitiveFileTrustedAfterStartup',
    meaning: 'A server that may read the passwords when it starts reads them again, long after.',
    where: anywhere,
    events: [{ open: '/etc/shadow', by: '/usr/sbin/sshd -D', fields: { 'proc.duration': 7_200_000_000_000 } }],
  },
  {
    name: 'ReadSshInformation',
    meaning: 'A program other than ssh reads a private key.',
    where: anywhere,
    events: [{ open: '/root/.ssh/id_ed25519', by: '/usr/bin/base64 /root/.ssh/id_ed25519', ancestors: ['bash'] }],
    rules: wherever('SSH key read'),
  },
  {
    name: 'WriteBelowEtc',
    meaning: 'A file of the configuration is made below /etc.',
    where: anywhere,
    events: [
      {
        create: '/etc/made-by-event-generator',
        permissions: '0644',
        by: '/usr/bin/touch /etc/made-by-event-generator',
      },
    ],
    rules: { host: ['Write below etc'], container: ['Write below etc in container'] },
  },
  {
    name: 'WriteBelowRoot',
    meaning: 'A file is made in the topmost directory.',
    where: anywhere,
    events: [
      { create: '/made-by-event-generator', permissions: '0644', by: '/usr/bin/touch /made-by-event-generator' },
    ],
    rules: wherever('Write below root'),
  },
  {
    name: 'WriteBelowBinaryDir',
    meaning: 'A file is made where programs lie.',
    where: anywhere,
    events: [
      {
        create: '/usr/bin/made-by-event-generator',
        permissions: '0755',
        by: '/usr/bin/cp /tmp/x /usr/bin/made-by-event-generator',
      },
    ],
    rules: wherever('Write below binary dir'),
  },
  {
    name: 'WriteBelowRpmDatabase',
    meaning: 'The list of what is installed is changed by a program that installs nothing.',
    where: anywhere,
    events: [
      {
        create: '/var/lib/rpm/made-by-event-generator',
        permissions: '0644',
        by: '/usr/bin/touch /var/lib/rpm/made-by-event-generator',
      },
    ],
    rules: wherever('Write to package database'),
  },
  {
    name: 'CreateFilesBelowDev',
    meaning: 'A file is made where only devices lie.',
    where: anywhere,
    events: [
      {
        create: '/dev/made-by-event-generator',
        permissions: '0644',
        by: '/usr/bin/touch /dev/made-by-event-generator',
      },
    ],
    rules: wherever('File made below dev'),
  },
  {
    name: 'MkdirBinaryDirs',
    meaning: 'A directory is made where programs lie.',
    where: anywhere,
    events: [{ mkdir: '/usr/bin/made-by-event-generator', by: '/usr/bin/mkdir /usr/bin/made-by-event-generator' }],
    rules: wherever('Directory made among programs'),
  },
  {
    name: 'ModifyBinaryDirs',
    meaning: 'A program is given another name where programs lie.',
    where: anywhere,
    events: [{ rename: '/usr/bin/true', to: '/usr/bin/true.bak', by: '/usr/bin/mv /usr/bin/true /usr/bin/true.bak' }],
    rules: wherever('Program renamed or removed'),
  },
  {
    name: 'CreateSymlinkOverSensitiveFiles',
    meaning: 'A symbolic link is made that leads to the file with the passwords.',
    where: anywhere,
    events: [{ symlink: '/tmp/innocent', to: '/etc/shadow', by: '/usr/bin/ln -s /etc/shadow /tmp/innocent' }],
    rules: wherever('Sensitive file linked'),
  },
  {
    name: 'CreateHardlinkOverSensitiveFiles',
    meaning: 'The file with the passwords gets a second name.',
    where: anywhere,
    events: [{ link: '/etc/innocent', to: '/etc/shadow', by: '/usr/bin/ln /etc/shadow /etc/innocent' }],
    rules: wherever('Sensitive file hard linked'),
  },
  {
    name: 'ClearLogActivities',
    meaning: 'A log is emptied.',
    where: anywhere,
    events: [{ write: '/var/log/syslog', by: '/usr/bin/truncate -s 0 /var/log/syslog', ancestors: ['bash'] }],
    rules: wherever('Log cleared'),
  },
  {
    name: 'RemoveBashHistory',
    meaning: 'What somebody typed into a shell is removed.',
    where: anywhere,
    events: [{ remove: '/root/.bash_history', by: '/usr/bin/rm /root/.bash_history', ancestors: ['bash'] }],
    rules: wherever('Shell history cleared'),
  },
  {
    name: 'SetSetuidOrSetgidBit',
    meaning: 'A program is made to run with the rights of its owner.',
    where: anywhere,
    events: [{ chmod: '/tmp/helper', permissions: '4755', by: '/usr/bin/chmod u+s /tmp/helper' }],
    rules: wherever('Setuid bit set'),
  },
  {
    name: 'CreateHiddenFile',
    meaning: 'A file is made whose name begins with a dot.',
    where: anywhere,
    events: [
      {
        create: '/tmp/.made-by-event-generator',
        permissions: '0644',
        by: '/usr/bin/touch /tmp/.made-by-event-generator',
      },
    ],
  },
  {
    name: 'ScheduleCronJob',
    meaning: 'Something is put where cron looks for what it has to do.',
    where: anywhere,
    events: [
      {
        create: '/var/spool/cron/crontabs/root',
        permissions: '0600',
        by: '/usr/bin/tee /var/spool/cron/crontabs/root',
      },
    ],
    rules: wherever('Cron job written'),
  },
]
