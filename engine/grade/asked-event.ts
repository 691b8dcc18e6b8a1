import { z } from 'zod'
import { actionNames, actionOf } from '../validation/falco/events/actions.ts'
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
  failed: { type: ['boolean', 'string'], description: 'true, or the error with which it fails.', examples: ['EACCES'] },
  fields: {
    type: 'object',
    description: "Values for any of Falco's fields, null for one that the event has not.",
    examples: [{ 'proc.name': 'cat' }],
  },
}

const actions: Readonly<Record<string, readonly [description: string, example: string]>> = {
  open: ['A file is opened: its path.', '/etc/shadow'],
  write: ['A file is opened for writing: its path.', '/etc/hosts'],
  create: ['A new file is made: its path.', '/tmp/x'],
  exec: ['A program starts: its path.', '/usr/bin/apt'],
  connect: ['A connection is made: address and port.', '1.2.3.4:443'],
  remove: ['A file is removed: its path.', '/var/log/syslog'],
  mkdir: ['A directory is made: its path.', '/usr/bin/x'],
  chmod: ['A file gets another mode: its path.', '/tmp/x'],
  rename: ['A file is renamed: its path before.', '/bin/ls'],
  call: ['A system call, by its name, of which nothing more is told.', 'unshare'],
}

/** What only some actions have. */
const ofActions: Readonly<Record<string, object>> = {
  mode: {
    enum: ['read', 'write', 'create', 'read-write'],
    description: 'What a file is opened for. Left out: `read`.',
  },
  as: { enum: ['open', 'openat', 'openat2'], description: 'The system call that opens it. Left out: `openat`.' },
  args: { ...words, description: 'The words behind the program.', examples: [['-c', 'id']] },
  from: { ...text, description: 'Where a connection comes from: address and port.', examples: ['10.0.0.5:40000'] },
  proto: { enum: ['tcp', 'udp'], description: 'The protocol. Left out: `tcp`.' },
  to: { ...text, description: "A renamed file's new path.", examples: ['/tmp/ls'] },
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
          actionNames.map(name => [name, { ...text, description: actions[name]?.[0], examples: [actions[name]?.[1]] }]),
        ),
        ...Object.fromEntries(used.map(name => [name, ofActions[name] ?? {}])),
        ...settings,
      },
      minProperties: 1,
      additionalProperties: false,
    },
  ],
  examples: ['shell-in-container', { open: '/etc/shadow', by: 'cat /etc/shadow', user: 'root', container: 'web' }],
})
