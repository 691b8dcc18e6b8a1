import type { Given } from '../given.ts'
import { baseName } from '../scope.ts'
import { callNamed, descriptorDetails, endingWithDescriptor, known, type Made, namesOf, pathOf } from './made.ts'
import { isExecutable, permissionsOf } from './permissions.ts'

interface Mode {
  readonly read: boolean
  readonly write: boolean
  readonly access: string
  readonly flags: readonly string[]
  readonly words: string
}

const modes: Readonly<Record<string, Mode>> = {
  read: { read: true, write: false, access: 'O_RDONLY', flags: [], words: 'for reading' },
  write: { read: false, write: true, access: 'O_WRONLY', flags: ['O_TRUNC'], words: 'for writing' },
  create: { read: false, write: true, access: 'O_WRONLY', flags: ['O_CREAT'], words: 'as a new file' },
  'read-write': { read: true, write: true, access: 'O_RDWR', flags: [], words: 'for reading and writing' },
}

/** Falco's bits of the flags that a file is opened with, in the order in which it prints their names. */
const bits: Readonly<Record<string, number>> = {
  O_LARGEFILE: 1 << 11,
  O_DIRECTORY: 1 << 10,
  O_DIRECT: 1 << 9,
  O_TRUNC: 1 << 8,
  O_SYNC: 1 << 7,
  O_NONBLOCK: 1 << 6,
  O_EXCL: 1 << 5,
  O_DSYNC: 1 << 4,
  O_APPEND: 1 << 3,
  O_CREAT: 1 << 2,
  O_RDWR: 3,
  O_WRONLY: 2,
  O_RDONLY: 1,
  O_CLOEXEC: 1 << 12,
  O_TMPFILE: 1 << 13,
  O_F_CREATED: 1 << 14,
}
const accessOrResult = ['O_RDWR', 'O_WRONLY', 'O_RDONLY', 'O_F_CREATED']
/** What a lab may add to how a file is opened. */
export const openFlags: readonly string[] = Object.keys(bits).filter(name => !accessOrResult.includes(name))

export const openSettings = ['as', 'flags', 'permissions'] as const

/** A file is opened: for reading unless `mode` tells otherwise. */
export function opened(key: string, mode: string, asked: Given): Made | undefined {
  const path = pathOf(key, asked)
  const type = callNamed(asked, ['openat', 'open', 'openat2'])
  const how = Object.hasOwn(modes, mode) ? modes[mode] : undefined
  if (!how) asked.report(`This must be one of ${Object.keys(modes).join(', ')}.`, 'mode')
  const added = namesOf('flags', openFlags, asked)
  const permissions = permissionsOf(asked)
  if (path === undefined || !how) return undefined
  const end = endingWithDescriptor(asked, '3', `<f>${path}`)
  const failed = end.error !== undefined
  const isNew = mode === 'create'
  const flags = flagsOf(how, added, isNew && !failed)
  const made = permissions === undefined ? undefined : madeWith(permissions)
  return {
    type,
    title: `${path} is opened ${how.words}${failed ? ' in vain' : ''}`,
    fields: [
      ...end.fields,
      ...known([
        ['evt.category', 'file'],
        ['evt.is_open_read', String(how.read)],
        ['evt.is_open_write', String(how.write)],
        ['evt.is_open_create', String(isNew && !failed)],
        ['evt.is_open_exec', isNew ? made?.isExecutable : 'false'],
        ['evt.arg.name', path],
        ['evt.arg.flags', flags.join('|')],
        [
          'evt.rawarg.flags',
          flags
            .reduce((all, name) => all | (bits[name] ?? 0), 0)
            .toString(16)
            .toUpperCase(),
        ],
        ['evt.arg.mode', made?.mode ?? (isNew ? undefined : '0')],
        ['evt.arg.dirfd', type === 'open' ? undefined : 'AT_FDCWD'],
        ['evt.abspath', type === 'open' ? null : path],
        ['fd.type', failed ? null : 'file'],
        ['fd.typechar', 'f'],
        ['fd.l4proto', failed ? null : '<NA>'],
        ['fd.is_server', failed ? null : 'false'],
        ['fd.connected', failed ? null : 'false'],
        ['fd.name', path],
        ['fd.nameraw', path],
        ['fd.directory', directoryOf(path)],
        ['fd.filename', failed ? null : baseName(path)],
        ['fs.path.name', failed && end.error === 'EPERM' ? null : path],
        ['fs.path.nameraw', path],
      ]),
    ],
    unknown: [...descriptorDetails, ...(isNew && permissions === undefined ? ['evt.is_open_exec'] : [])],
  }
}

function flagsOf({ access, flags }: Mode, added: readonly string[] | undefined, isNew: boolean): readonly string[] {
  const base = access === 'O_WRONLY' && flags.includes('O_CREAT') ? ['O_CREAT', access] : [access]
  const all = [...base, ...(added ?? flags), ...(isNew ? ['O_F_CREATED'] : [])]
  return Object.keys(bits).filter(name => all.includes(name))
}

function madeWith(permissions: number): { readonly mode: string; readonly isExecutable: string } {
  return { mode: `0${permissions.toString(8)}`, isExecutable: String(isExecutable(permissions)) }
}

function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/'
}
