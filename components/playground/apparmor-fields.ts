import type { Field } from './kinds.ts'

/** What one act is asked with: labels and examples of the fields that it has beside the profile. */
interface ActFields {
  readonly target?: readonly [label: string, placeholder: string]
  readonly other?: readonly [label: string, placeholder: string]
  readonly how?: readonly [label: string, placeholder: string]
  /** Whether it matters who owns the file. */
  readonly owned?: boolean
}

const path: ActFields = { target: ['Path', '/etc/passwd'], owned: true }
const madePath: ActFields = { target: ['Path', '/tmp/new'] }
const peer = ['Other profile', 'unconfined'] as const
const traced: ActFields = { target: peer }
const signalled: ActFields = { target: ['Signal', 'term, or exists'], other: peer }

/** Acts of a process in the order of the list. Names of file acts are those of the engine. */
export const apparmorActs: Readonly<Record<string, ActFields>> = {
  read: path,
  write: path,
  append: path,
  'read and write': path,
  create: madePath,
  delete: path,
  rename: { ...path, other: ['New path', '/srv/new'] },
  link: { target: ['New name', '/srv/new'], other: ['Existing file', '/srv/old'], owned: true },
  'make a directory': madePath,
  'list a directory': path,
  'change mode': path,
  'change owner': path,
  lock: path,
  'lock for writing': path,
  'map as code': path,
  execute: path,
  capability: { target: ['Capability', 'net_admin'] },
  'make a socket': { target: ['Family and type', 'inet tcp'] },
  'use a Unix socket': {
    ...{ target: ['Access and type', 'connect stream'], other: ['Own address', '@web'] },
    how: ['Address and profile of the other side', '@bus unconfined'],
  },
  'send a signal': signalled,
  'receive a signal': signalled,
  trace: traced,
  'be traced': traced,
  'read process data': traced,
  'let process data be read': traced,
  mount: { target: ['Mount point', '/mnt/a/'], other: ['Source', 'none'], how: ['Type and flags', 'tmpfs ro nosuid'] },
  umount: { target: ['Mount point', '/mnt/a/'] },
  pivot_root: { target: ['New root', '/new/'], other: ['Where the old one goes', '/new/old/'] },
  'change profile': { target: ['Profile', 'helper'], other: ['When this program starts', 'at once'] },
  'change hat': { target: ['Hat', 'admin'] },
  'set a limit': { target: ['Limit and value', 'nofile 4096'] },
  'D-Bus': { target: ['Message', 'send bus=system path=/org/x'] },
  'message queue': { target: ['Access and queue', 'read name=/queue'] },
  io_uring: { target: ['Access', 'sqpoll'] },
  'make a user namespace': {},
}

export const ownedBy = ['the process', 'somebody else'] as const

/** All that the form may ask; `apparmorFieldsOf` takes what an act asks. */
export const apparmorFields: readonly Field[] = [
  { name: 'act', label: 'Act', options: Object.keys(apparmorActs) },
  { name: 'profile', label: 'Profile', placeholder: 'the first one' },
  { name: 'target', label: 'Path', placeholder: '/etc/passwd', wide: true },
  { name: 'other', label: 'Other' },
  { name: 'how', label: 'How' },
  { name: 'owner', label: 'File belongs to', options: ownedBy },
]

export function apparmorFieldsOf(act: string | undefined): readonly Field[] {
  const asks = apparmorActs[act ?? 'read'] ?? path
  return apparmorFields.flatMap((field): readonly Field[] => {
    const { name } = field
    if (name === 'owner') return asks.owned ? [field] : []
    if (name !== 'target' && name !== 'other' && name !== 'how') return [field]
    const words = asks[name]
    return words ? [{ ...field, label: words[0], placeholder: words[1], wide: true }] : []
  })
}
