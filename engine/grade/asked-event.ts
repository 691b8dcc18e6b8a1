import { z } from 'zod'
import { namespaces, traceRequests } from '../validation/falco/events/actions/kernel.ts'
import { openFlags } from '../validation/falco/events/actions/open.ts'
import { actionNames, actionOf } from '../validation/falco/events/actions/table.ts'
import { namedEvents } from '../validation/falco/events/named.ts'
import type { eventSettings } from '../validation/falco/events/read-event.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const words = { anyOf: [text, { type: 'array', items: { type: ['string', 'number'] } }] } as const
const settings: Readonly<Record<(typeof eventSettings)[number], object>> = {
  container: {
    ...text,
    description: 'The name of the container. Left out: it happens on the host.',
    examples: ['web'],
  },
  image: { ...text, description: "The container's image.", examples: ['nginx:1.29'] },
  privileged: { ...flag, description: 'Whether the container is privileged. Left out: it is not.' },
  pod: { ...text, description: "The name of the container's Pod.", examples: ['web'] },
  ns: { ...text, description: "The Pod's namespace.", examples: ['shop'] },
  user: { ...text, description: 'Who does it.', examples: ['root'] },
  uid: { type: 'integer', description: "The user's number. For root it is known.", examples: [33] },
  by: { ...words, description: 'The process that does it: a command line.', examples: ['cat /etc/shadow'] },
  parent: {
    ...text,
    description: 'The name of the process above; of those further up nothing is told.',
    examples: ['bash'],
  },
  ancestors: {
    ...words,
    description: 'The names of all processes above, the parent first.',
    examples: [['bash', 'containerd-shim', 'systemd']],
  },
  tty: { ...flag, description: 'Whether the process has a terminal.' },
  cwd: { ...text, description: 'The folder that the process is in.', examples: ['/tmp'] },
  loginuid: { type: 'integer', description: 'Who logged in; -1 for nobody.', examples: [1000, -1] },
  caps: { ...words, description: 'The capabilities in effect.', examples: [['CAP_SYS_ADMIN']] },
  upper: { ...flag, description: 'Whether the program came into the container after its start.' },
  failed: { type: ['boolean', 'string'], description: 'true, or the error with which it fails.', examples: ['EACCES'] },
  fields: {
    type: 'object',
    description: "Values for any of Falco's fields, null for one that the event has not.",
    examples: [{ 'proc.name': 'cat' }],
  },
}

const actions: Readonly<Record<string, readonly [description: string, example: string | number | readonly string[]]>> =
  {
    open: ['A file is opened: its path.', '/etc/shadow'],
    write: ['A file is opened for writing: its path.', '/etc/hosts'],
    create: ['A new file is made: its path.', '/tmp/x'],
    exec: ['A program starts: its path; behind `memfd:` the name of one in memory.', '/usr/bin/apt'],
    connect: ['A connection is made: address and port.', '1.2.3.4:443'],
    send: ['Data is sent: to which address and port.', '1.2.3.4:53'],
    accept: ['A server takes a connection: address and port of who connects.', '203.0.113.9:55555'],
    bind: ['A server takes an address and a port.', '0.0.0.0:4444'],
    listen: ['A server waits for connections: address and port.', '0.0.0.0:4444'],
    dup: ['A connection becomes another descriptor too: address and port of its other end.', '1.2.3.4:4444'],
    remove: ['A file is removed: its path.', '/var/log/syslog'],
    mkdir: ['A directory is made: its path.', '/usr/bin/x'],
    chmod: ['A file gets another mode: its path.', '/tmp/x'],
    chown: ['A file gets another owner: its path.', '/tmp/x'],
    rename: ['A file is renamed: its path before.', '/bin/ls'],
    symlink: ['A symbolic link is made: its path.', '/tmp/s'],
    link: ['A hard link is made: its path.', '/tmp/l'],
    mount: ['Something is mounted: the device, or what takes its place.', '/dev/sda1'],
    umount: ['Something is unmounted: its path.', '/mnt'],
    chroot: ['A directory becomes the root of a process: its path.', '/host'],
    setns: ['Namespaces of others are entered: their kinds.', ['mnt', 'pid']],
    unshare: ['New namespaces are made: their kinds.', ['user', 'mnt']],
    ptrace: ['A process traces another: what it asks.', 'PTRACE_ATTACH'],
    setuid: ['A process becomes another user: the number.', 0],
    module: ['The kernel loads a module: its file.', '/tmp/x.ko'],
    bpf: ['A command to bpf.', 'BPF_PROG_LOAD'],
    memfd: ['A file in memory is made: its name.', 'payload'],
    kill: ['A process gets a signal: its name.', 'nginx'],
    call: ['A system call, by its name, of which nothing more is told.', 'capset'],
  }

/** What only some actions have. */
const ofActions: Readonly<Record<string, object>> = {
  mode: {
    enum: ['read', 'write', 'create', 'read-write'],
    description: 'What a file is opened for. Left out: `read`.',
  },
  as: {
    ...text,
    description: 'The system call by which it happens, where there are several.',
    examples: ['openat2'],
  },
  flags: {
    anyOf: [text, { type: 'array', items: { enum: openFlags } }],
    description: 'With what else a file is opened. Left out: `O_TRUNC` for `write`.',
    examples: [['O_APPEND']],
  },
  permissions: { ...text, description: 'A file’s mode, in octal digits.', examples: ['4755'] },
  owner: { type: 'integer', description: 'The number of the new owner.', examples: [0] },
  args: { ...words, description: 'The words behind the program.', examples: [['-c', 'id']] },
  from: { ...text, description: 'Where a connection comes from: address and port.', examples: ['10.0.0.5:40000'] },
  at: { ...text, description: 'The address and port of the server itself.', examples: ['10.0.0.5:22'] },
  proto: { enum: ['tcp', 'udp'], description: 'The protocol. Left out: `tcp`.' },
  name: { ...text, description: 'The name that the server’s address has.', examples: ['pool.example.com'] },
  data: { ...text, description: 'What is sent.', examples: ['hello'] },
  onto: { type: 'integer', description: 'The descriptor that a connection becomes. Left out: 0.', examples: [1] },
  to: { ...text, description: "A renamed file's new path, or where a link leads.", examples: ['/tmp/ls'] },
  on: { ...text, description: 'Where it is mounted.', examples: ['/mnt'] },
  type: { ...text, description: 'The kind of file system.', examples: ['ext4'] },
  of: { ...text, description: 'The name of the process that is traced.', examples: ['nginx'] },
  signal: { ...text, description: 'The signal. Left out: `SIGTERM`.', examples: ['SIGKILL'] },
}

/** Actions whose value is no plain text. */
const valuesOf: Readonly<Record<string, object>> = {
  setuid: { type: 'integer' },
  ptrace: { enum: traceRequests },
  setns: { anyOf: [text, { type: 'array', items: { enum: namespaces } }] },
  unshare: { anyOf: [text, { type: 'array', items: { enum: namespaces } }] },
}
const used = [...new Set(actionNames.flatMap(name => actionOf(name)?.settings ?? []))]

/**
 * An event as editors are told of it. `readFalcoEvent` reads it and says more precisely what is wrong, so the schema
 * itself lets everything through.
 */
export const askedEvent = z.unknown().meta({
  id: 'event',
  description: 'One event: the name of one that is known, or one action with who does it and where.',
  anyOf: [
    { enum: Object.keys(namedEvents) },
    {
      type: 'object',
      properties: {
        ...Object.fromEntries(
          actionNames.map(name => [
            name,
            { ...(valuesOf[name] ?? text), description: actions[name]?.[0], examples: [actions[name]?.[1]] },
          ]),
        ),
        ...Object.fromEntries(used.map(name => [name, ofActions[name] ?? {}])),
        ...settings,
      },
      // A variant may choose the action.
      patternProperties: { '^\\$\\{\\{ ?\\w+ ?\\}\\}$': {} },
      minProperties: 1,
      additionalProperties: false,
    },
  ],
  examples: ['shell-in-container', { open: '/etc/shadow', by: 'cat /etc/shadow', user: 'root', container: 'web' }],
})
