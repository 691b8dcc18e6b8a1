import type { Act } from '#engine/validation/apparmor/acts.ts'
import { type FileAct, fileActs } from '#engine/validation/apparmor/file-acts.ts'
import { mountOptions } from '#engine/validation/apparmor/parse/mount-options.ts'
import { signalNumber } from '#engine/validation/apparmor/parse/signal-number.ts'
import { capabilities, families, protocols, rlimits, socketTypes } from '#engine/validation/apparmor/parse/tables.ts'
import type { Form } from '../playground.ts'

/** What the form asks, or a sentence on what to write. */
export function actOf(form: Form): Act | string {
  const [act, target, other, how] = ['act', 'target', 'other', 'how'].map(name => form[name]?.trim() ?? '')
  const made = make({ act: act || 'read', target: target ?? '', other: other ?? '', how: how ?? '' }, form.owner)
  return made ?? 'Write another act: this one is not known.'
}

interface Written {
  readonly act: string
  readonly target: string
  readonly other: string
  readonly how: string
}

const onePath = 'Write a path that begins with a slash, such as /etc/passwd.'
const twoPaths = 'Write both paths; each begins with a slash.'
const isFileAct = (act: string): act is FileAct => Object.hasOwn(fileActs, act)
const numberIn = (table: Readonly<Record<string, number>>, name: string) =>
  Object.hasOwn(table, name) ? table[name] : undefined

const traces = {
  trace: 'trace',
  'be traced': 'tracedby',
  'read process data': 'read',
  'let process data be read': 'readby',
} as const
const isTrace = (act: string): act is keyof typeof traces => Object.hasOwn(traces, act)

const newer = { 'D-Bus': 'dbus', 'message queue': 'mqueue', io_uring: 'io_uring' } as const
const isNewer = (act: string): act is keyof typeof newer => Object.hasOwn(newer, act)

function make(written: Written, ownedBy: string | undefined): Act | string | undefined {
  const { act, target, other } = written
  const owner = ownedBy !== 'somebody else'
  const isPath = target.startsWith('/')
  if (isFileAct(act)) {
    if (act === 'rename' && !(isPath && other.startsWith('/'))) return twoPaths
    return isPath ? { do: 'file', act, path: target, to: other, owner } : onePath
  }
  if (isTrace(act)) return target ? { do: 'ptrace', access: traces[act], peer: target } : peerWanted
  if (isNewer(act)) return talk(newer[act], target)
  switch (act) {
    case 'link':
      return isPath && other.startsWith('/') ? { do: 'link', path: target, to: other, owner } : twoPaths
    case 'execute':
      return isPath ? { do: 'execute', path: target, owner } : onePath
    case 'capability':
      if (!capabilities.includes(target)) return 'Write a capability in small letters, such as net_admin.'
      return { do: 'capability', name: target }
    case 'make a socket':
      return socket(target)
    case 'use a Unix socket':
      return unixUse(written)
    case 'send a signal':
    case 'receive a signal': {
      const signal = signalNumber(target.toLowerCase().replace(/^sig/, ''))
      if (signal === undefined) return 'Write a signal, such as term, kill or exists.'
      return other
        ? { do: 'signal', access: act === 'send a signal' ? 'send' : 'receive', signal, peer: other }
        : peerWanted
    }
    case 'mount':
      return mount(written)
    case 'umount':
      return isPath ? { do: 'umount', target: folder(target) } : onePath
    case 'pivot_root':
      if (!isPath || !other.startsWith('/')) return twoPaths
      return { do: 'pivot_root', newRoot: folder(target), putOld: folder(other) }
    case 'change profile':
      if (!target) return 'Write the profile to change to.'
      return { do: 'change_profile', label: target, ...(other.startsWith('/') && { path: other }) }
    case 'change hat':
      return target ? { do: 'change_hat', name: target } : 'Write the hat to change to.'
    case 'set a limit':
      return limit(target)
    case 'make a user namespace':
      return { do: 'newer', kind: 'userns', access: 'create', facts: {} }
    default:
      return undefined
  }
}

const peerWanted = 'Write the profile on the other side; unconfined stands for none.'
const folder = (path: string) => (path.endsWith('/') ? path : `${path}/`)
const wordsIn = (text: string) => text.split(/[\s,]+/).filter(it => it !== '')

function socket(target: string): Act | string {
  const [first = '', second = '', third = '0'] = wordsIn(target)
  const family = numberIn(families, first)
  const type = numberIn(socketTypes, second) ?? protocols.find(it => it.family === family && it.name === second)?.type
  if (family === undefined || type === undefined)
    return 'Write a family and a type or protocol, such as inet stream, inet6 udp or netlink raw.'
  return { do: 'socket', family, type, protocol: Number(third) || 0 }
}

const uses = ['create', 'bind', 'listen', 'accept', 'connect', 'shutdown', 'getattr', 'setattr', 'getopt', 'setopt']

function unixUse({ target, other, how }: Written): Act | string {
  const [access = '', named = ''] = wordsIn(target)
  const type = numberIn(socketTypes, named)
  if (![...uses, 'send', 'receive'].includes(access) || type === undefined)
    return 'Write what is done with a socket of which type, such as connect stream.'
  const there = wordsIn(how)
  const peerAddress = there.find(it => it.startsWith('@') || it === 'none')
  const peer = there.find(it => it !== peerAddress)
  return {
    ...{ do: 'unix', access, type, address: other || 'none' },
    ...(peerAddress && { peerAddress }),
    ...(peer && { peer }),
  }
}

function mount({ target, other, how }: Written): Act | string {
  if (!target.startsWith('/')) return 'Write the mount point, such as /mnt/a/.'
  let flags = 0
  const types: string[] = []
  for (const word of wordsIn(how)) {
    const option = mountOptions.get(word)
    if (option) flags |= option.set
    else types.push(word)
  }
  const [filesystem, second] = types
  if (second !== undefined) return `Write one type and flags that mount knows: ${second} is neither.`
  const bound = flags & (mountOptions.get('bind')?.set ?? 0)
  const source = bound && other.startsWith('/') ? folder(other) : other || 'none'
  return { do: 'mount', target: folder(target), source, flags, ...(filesystem && { filesystem }) }
}

function limit(target: string): Act | string {
  const [name = '', value = ''] = wordsIn(target)
  if (numberIn(rlimits, name) === undefined || !/^(?:\d+|infinity)$/.test(value))
    return 'Write a limit and a number or infinity, such as nofile 4096.'
  return { do: 'rlimit', name, limit: value === 'infinity' ? undefined : Number(value) }
}

function talk(kind: 'dbus' | 'mqueue' | 'io_uring', target: string): Act | string {
  const [access = '', ...facts] = target.split(/\s+(?=(?:peer )?\w+=)|\s+/)
  if (!/^[a-z_]+$/.test(access))
    return 'Write what is done, then what it is about, such as send bus=system path=/org/x.'
  const pairs = facts.map(it => {
    const at = it.indexOf('=')
    return [it.slice(0, at).replace('.', ' '), it.slice(at + 1)] as const
  })
  if (facts.some(it => !it.includes('=')))
    return 'Write each thing with its name, such as path=/org/x or peer.name=org.x.'
  return { do: 'newer', kind, access, facts: Object.fromEntries(pairs) }
}
