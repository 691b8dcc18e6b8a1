import { parseAddress } from '../condition/address.ts'
import type { FieldValue } from '../event.ts'
import type { Given } from './given.ts'
import { baseName, commandFields } from './scope.ts'

/** An event of one kind, before who did it and where is added. */
interface Made {
  readonly type: string
  readonly title: string
  readonly fields: readonly (readonly [string, FieldValue])[]
  /** Fields that such an event has, with values that nobody told. */
  readonly unknown?: readonly string[]
}

interface Action {
  /** Keys that only this kind has. */
  readonly settings: readonly string[]
  readonly make: (asked: Given) => Made | undefined
}

const errors: Readonly<Record<string, number>> = {
  EPERM: 1,
  ENOENT: 2,
  EACCES: 13,
  EEXIST: 17,
  EINVAL: 22,
  EROFS: 30,
  ECONNREFUSED: 111,
  EINPROGRESS: 115,
}

const actions: Readonly<Record<string, Action>> = {
  open: { settings: ['mode', 'as'], make: asked => opened('open', asked.text('mode') ?? 'read', asked) },
  write: { settings: ['as'], make: asked => opened('write', 'write', asked) },
  create: { settings: ['as'], make: asked => opened('create', 'create', asked) },
  exec: { settings: ['args'], make: executed },
  connect: { settings: ['from', 'proto'], make: connected },
  remove: { settings: [], make: asked => onPath('remove', 'unlinkat', 'is removed', asked) },
  mkdir: { settings: [], make: asked => onPath('mkdir', 'mkdirat', 'is made', asked) },
  chmod: { settings: [], make: asked => onPath('chmod', 'fchmodat', 'gets another mode', asked) },
  rename: { settings: ['to'], make: renamed },
  call: { settings: [], make: called },
}

export const actionNames: readonly string[] = Object.keys(actions)

export function actionOf(name: string): Action | undefined {
  return Object.hasOwn(actions, name) ? actions[name] : undefined
}

/** How a call ended: its result when all went well, or an error. */
function ending(
  { value, report }: Given,
  result: string,
): { readonly error?: string; readonly fields: Made['fields'] } {
  const failed = value('failed')
  const error = failed === true ? 'EACCES' : typeof failed === 'string' ? failed : undefined
  if (failed !== undefined && typeof failed !== 'boolean' && (error === undefined || !Object.hasOwn(errors, error)))
    report(`This must be true, false or one of ${Object.keys(errors).join(', ')}.`, 'failed')
  const number = error === undefined ? result : String(-(errors[error] ?? 0))
  return {
    ...(error === undefined ? {} : { error }),
    fields: [
      ['evt.failed', String(error !== undefined)],
      ['evt.res', error ?? 'SUCCESS'],
      ['evt.rawres', number],
      ['evt.rawarg.res', number],
      ['evt.arg.res', error ?? number],
    ],
  }
}

const modes: Readonly<Record<string, { read: boolean; write: boolean; flags: string; words: string }>> = {
  read: { read: true, write: false, flags: 'O_RDONLY', words: 'for reading' },
  write: { read: false, write: true, flags: 'O_TRUNC|O_WRONLY', words: 'for writing' },
  create: { read: false, write: true, flags: 'O_CREAT|O_WRONLY|O_F_CREATED', words: 'as a new file' },
  'read-write': { read: true, write: true, flags: 'O_RDWR', words: 'for reading and writing' },
}

function opened(key: string, mode: string, asked: Given): Made | undefined {
  const path = pathOf(key, asked)
  const type = asked.text('as') ?? 'openat'
  const how = Object.hasOwn(modes, mode) ? modes[mode] : undefined
  if (!how) asked.report(`This must be one of ${Object.keys(modes).join(', ')}.`, 'mode')
  if (!['open', 'openat', 'openat2'].includes(type)) asked.report('This must be open, openat or openat2.', 'as')
  if (path === undefined || !how) return undefined
  const end = ending(asked, '3')
  const failed = end.error !== undefined
  return {
    type,
    title: `${path} is opened ${how.words}${failed ? ' in vain' : ''}`,
    fields: [
      ...end.fields.filter(([name]) => !name.startsWith('evt.arg.') && !name.startsWith('evt.rawarg.')),
      ['evt.category', 'file'],
      ['evt.is_open_read', String(how.read)],
      ['evt.is_open_write', String(how.write)],
      ['evt.is_open_create', String(mode === 'create')],
      ['evt.arg.name', path],
      ['evt.arg.flags', how.flags],
      ['evt.arg.fd', end.error ?? `<f>${path}`],
      ['evt.abspath', path],
      ['fd.num', failed ? '-1' : '3'],
      ['fd.type', failed ? null : 'file'],
      ['fd.typechar', 'f'],
      ['fd.name', path],
      ['fd.nameraw', path],
      ['fd.directory', directoryOf(path)],
      ['fd.filename', failed ? null : baseName(path)],
      ['fs.path.name', failed && end.error === 'EPERM' ? null : path],
      ['fs.path.nameraw', path],
    ],
  }
}

function executed(asked: Given): Made | undefined {
  const program = asked.text('exec')
  if (program === undefined || program === '') {
    asked.report('This must be the path of a program. Write it as in "exec: /usr/bin/apt".', 'exec')
    return undefined
  }
  if (asked.value('by') !== undefined)
    asked.report('The program itself is the process. Take "by" out, or use "parent".', 'by')
  const args = asked.words('args') ?? []
  const end = ending(asked, '0')
  const own = end.error === undefined ? commandFields(program, args) : []
  return {
    type: 'execve',
    title: `${[program, ...args].join(' ')} ${end.error === undefined ? 'starts' : 'fails to start'}`,
    fields: [
      ...end.fields,
      ['evt.category', 'process'],
      ['evt.arg.exe', program],
      ['evt.arg.args', args.map(arg => `${arg}.`).join('')],
      ['evt.arg.filename', program],
      ...own.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
    ],
  }
}

function connected(asked: Given): Made | undefined {
  const to = endOf('connect', asked)
  const from = asked.value('from') === undefined ? undefined : endOf('from', asked)
  const proto = asked.text('proto') ?? 'tcp'
  if (!['tcp', 'udp'].includes(proto)) asked.report('This must be tcp or udp.', 'proto')
  if (!to) return undefined
  const version = to.address.includes(':') ? '6' : '4'
  const tuple = from && `${from.address}:${from.port}->${to.address}:${to.port}`
  const known: (readonly [string, FieldValue | undefined])[] = [
    ['fd.num', '4'],
    ['fd.type', `ipv${version}`],
    ['fd.typechar', version],
    ['fd.l4proto', proto],
    ['fd.sockfamily', 'ip'],
    ['fd.sip', to.address],
    ['fd.sport', to.port],
    ['fd.sproto', to.port],
    ['fd.cip', from?.address],
    ['fd.cport', from?.port],
    ['fd.name', tuple],
    ['fd.nameraw', ''],
    ['evt.arg.tuple', tuple],
    ['evt.arg.addr', `${to.address}:${to.port}`],
  ]
  const unknown = ['fd.lip', 'fd.rip', 'fd.lport', 'fd.rport', 'fd.is_server', 'fd.connected', 'fd.name_changed']
  return {
    type: 'connect',
    title: `a connection to ${to.address}:${to.port} is made`,
    fields: [
      ...ending(asked, '0').fields,
      ['evt.category', 'net'],
      ...known.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
    ],
    unknown: [...unknown, ...known.flatMap(([name, value]) => (value === undefined ? [name] : []))],
  }
}

function endOf(key: string, asked: Given): { readonly address: string; readonly port: string } | undefined {
  const written = asked.text(key)
  const found = /^\[?([0-9a-fA-F.:]+?)\]?:(\d{1,5})$/.exec(written ?? '')
  const [, address = '', port = ''] = found ?? []
  if (written !== undefined && (!parseAddress(address) || Number(port) > 65535))
    asked.report('This must be an address and a port. Write it as "1.2.3.4:443".', key)
  else if (found) return { address, port }
  return undefined
}

function onPath(key: string, type: string, words: string, asked: Given): Made | undefined {
  const path = pathOf(key, asked)
  if (path === undefined) return undefined
  const argument = type === 'mkdirat' ? 'path' : type === 'fchmodat' ? 'filename' : 'name'
  const end = ending(asked, '0')
  return {
    type,
    title: end.error === undefined ? `${path} ${words}` : `${path} ${words} in vain`,
    fields: [
      ...end.fields,
      ['evt.category', 'file'],
      [`evt.arg.${argument}`, path],
      ['evt.abspath', path],
      ['fs.path.name', end.error === undefined ? path : null],
    ],
  }
}

function renamed(asked: Given): Made | undefined {
  const [from, to] = [pathOf('rename', asked), pathOf('to', asked)]
  if (from === undefined || to === undefined) return undefined
  const end = ending(asked, '0')
  const isDone = end.error === undefined
  return {
    type: 'renameat2',
    title: `${from} is renamed to ${to}`,
    fields: [
      ...end.fields,
      ['evt.category', 'file'],
      ['evt.arg.oldpath', from],
      ['evt.arg.newpath', to],
      ['fs.path.source', isDone ? from : null],
      ['fs.path.target', isDone ? to : null],
    ],
  }
}

function called(asked: Given): Made | undefined {
  const type = asked.text('call')
  return type === undefined ? undefined : { type, title: `${type} is called`, fields: ending(asked, '0').fields }
}

function pathOf(key: string, asked: Given): string | undefined {
  const path = asked.text(key)
  if (path?.startsWith('/')) return path
  asked.report('This must be a path from the root. Write it as in "/etc/shadow".', key)
  return undefined
}

function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/'
}
