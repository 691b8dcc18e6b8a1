import { executed } from './exec.ts'
import {
  bpfAsked,
  called,
  memoryFileMade,
  moduleLoaded,
  namespacesChanged,
  rootChanged,
  signalled,
  traced,
  userChanged,
} from './kernel.ts'
import type { Action } from './made.ts'
import { opened, openSettings } from './open.ts'
import { directoryMade, linked, modeChanged, mounted, ownerChanged, removed, renamed, unmounted } from './paths.ts'
import { accepted, awaited, connected, doubled, sent } from './sockets.ts'

const toServer = ['from', 'proto', 'name'] as const

/** Every kind of event that labs can write, by the key that makes it one. */
const actions: Readonly<Record<string, Action>> = {
  open: { settings: ['mode', ...openSettings], make: asked => opened('open', asked.text('mode') ?? 'read', asked) },
  write: { settings: openSettings, make: asked => opened('write', 'write', asked) },
  create: { settings: openSettings, make: asked => opened('create', 'create', asked) },
  exec: { settings: ['args', 'as'], make: executed },
  connect: { settings: toServer, make: connected },
  send: { settings: [...toServer, 'data'], make: sent },
  accept: { settings: ['at', 'as', 'proto'], make: accepted },
  bind: { settings: ['proto'], make: asked => awaited(asked, 'bind') },
  listen: { settings: ['proto'], make: asked => awaited(asked, 'listen') },
  dup: { settings: [...toServer, 'onto', 'as'], make: doubled },
  remove: { settings: [], make: removed },
  mkdir: { settings: [], make: directoryMade },
  chmod: { settings: ['permissions'], make: modeChanged },
  chown: { settings: ['owner'], make: ownerChanged },
  rename: { settings: ['to'], make: renamed },
  symlink: { settings: ['to'], make: asked => linked(asked, 'symlink') },
  link: { settings: ['to'], make: asked => linked(asked, 'link') },
  mount: { settings: ['on', 'type'], make: mounted },
  umount: { settings: [], make: unmounted },
  chroot: { settings: [], make: rootChanged },
  setns: { settings: [], make: asked => namespacesChanged(asked, 'setns') },
  unshare: { settings: [], make: asked => namespacesChanged(asked, 'unshare') },
  ptrace: { settings: ['of'], make: traced },
  setuid: { settings: [], make: userChanged },
  module: { settings: ['as'], make: moduleLoaded },
  bpf: { settings: [], make: bpfAsked },
  memfd: { settings: [], make: memoryFileMade },
  kill: { settings: ['signal'], make: signalled },
  call: { settings: [], make: called },
}

export const actionNames: readonly string[] = Object.keys(actions)

export function actionOf(name: string): Action | undefined {
  return Object.hasOwn(actions, name) ? actions[name] : undefined
}
