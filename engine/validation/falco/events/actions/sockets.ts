import { parseAddress } from '../../condition/address.ts'
import type { Given } from '../given.ts'
import { callNamed, descriptorDetails, ending, endingWithDescriptor, type Field, known, type Made } from './made.ts'

interface End {
  readonly address: string
  readonly port: string
}

/** `1.2.3.4:443` or `[2001:db8::1]:443`; undefined, and reported, when it is neither. */
function endOf(key: string, asked: Given): End | undefined {
  const written = asked.value(key)
  const found = typeof written === 'string' ? /^\[?([0-9a-f.:]+?)\]?:(\d{1,5})$/i.exec(written) : null
  const [, address = '', port = ''] = found ?? []
  if (found && parseAddress(address) && Number(port) <= 65535) return { address, port }
  asked.report('This must be an address and a port. Write it as "1.2.3.4:443".', key)
  return undefined
}

function optionalEnd(key: string, asked: Given): End | undefined {
  return asked.value(key) === undefined ? undefined : endOf(key, asked)
}

/** A connected socket as an event on it shows it. What nobody told of it is named. */
function socketFields(
  descriptor: string,
  client: End | undefined,
  server: End | undefined,
  asked: Given,
): { readonly fields: readonly Field[]; readonly unknown: readonly string[]; readonly shown?: string } {
  const proto = asked.text('proto') ?? 'tcp'
  if (!['tcp', 'udp'].includes(proto)) asked.report('This must be tcp or udp.', 'proto')
  const version = (server ?? client)?.address.includes(':') ? '6' : '4'
  const tuple = client && server && `${client.address}:${client.port}->${server.address}:${server.port}`
  const told = [
    ['fd.num', descriptor],
    ['fd.type', `ipv${version}`],
    ['fd.typechar', version],
    ['fd.l4proto', proto],
    ['fd.sockfamily', 'ip'],
    ['fd.sip', server?.address],
    ['fd.sip.name', asked.text('name')],
    ['fd.sport', server?.port],
    ['fd.sproto', server?.port],
    ['fd.cip', client?.address],
    ['fd.cport', client?.port],
    ['fd.cproto', client?.port],
    ['fd.name', tuple],
    ['fd.nameraw', ''],
  ] as const
  const others = ['fd.lip', 'fd.rip', 'fd.lport', 'fd.rport', 'fd.lproto', 'fd.rproto', 'fd.lip.name', 'fd.rip.name']
  const state = ['fd.cip.name', 'fd.is_server', 'fd.connected', ...descriptorDetails]
  return {
    fields: known(told),
    unknown: [...others, ...state, ...told.flatMap(([name, value]) => (value === undefined ? [name] : []))],
    ...(tuple !== undefined && { shown: `<${version}${proto === 'tcp' ? 't' : 'u'}>${tuple}` }),
  }
}

export function connected(asked: Given): Made | undefined {
  const to = endOf('connect', asked)
  const from = optionalEnd('from', asked)
  const socket = socketFields('4', from, to, asked)
  if (!to) return undefined
  return {
    type: 'connect',
    title: `a connection to ${to.address}:${to.port} is made`,
    fields: [
      ...ending(asked, '0').fields,
      ...socket.fields,
      ...known([
        ['evt.category', 'net'],
        ['evt.arg.tuple', from && `${from.address}:${from.port}->${to.address}:${to.port}`],
        ['evt.arg.addr', `${to.address}:${to.port}`],
        ['evt.arg.fd', socket.shown],
      ]),
    ],
    unknown: socket.unknown,
  }
}

/** Somebody connects to a server: `accept` is where they come from, `at` the server’s own end. */
export function accepted(asked: Given): Made | undefined {
  const from = endOf('accept', asked)
  const at = optionalEnd('at', asked)
  const type = callNamed(asked, ['accept4', 'accept'])
  const socket = socketFields('11', from, at, asked)
  if (!from) return undefined
  const end = endingWithDescriptor(asked, '11', socket.shown ?? '')
  return {
    type,
    title: `a connection from ${from.address}:${from.port} is taken`,
    fields: [
      ...end.fields.filter(([name]) => name !== 'evt.arg.fd' || socket.shown !== undefined),
      ...socket.fields,
      ...known([
        ['evt.category', 'net'],
        ['evt.arg.tuple', at && `${from.address}:${from.port}->${at.address}:${at.port}`],
      ]),
    ],
    unknown: socket.unknown,
  }
}

/** A server takes an address and a port for itself, or begins to wait there. */
export function awaited(asked: Given, type: 'bind' | 'listen'): Made | undefined {
  const at = endOf(type, asked)
  const socket = socketFields(type === 'bind' ? '4' : '6', undefined, at, asked)
  if (!at) return undefined
  const name = `${at.address}:${at.port}`
  return {
    type,
    title: type === 'bind' ? `${name} is taken` : `connections are awaited at ${name}`,
    fields: [
      ...ending(asked, '0').fields,
      ...socket.fields,
      ['evt.category', 'net'],
      ['fd.name', name],
      ['fd.is_server', 'true'],
      ['fd.cip', null],
      ['fd.cport', null],
      ...(type === 'bind' ? [['evt.arg.addr', name] as const] : []),
    ],
    unknown: socket.unknown.filter(field => !['fd.name', 'fd.is_server', 'fd.cip', 'fd.cport'].includes(field)),
  }
}

/** Data goes out over a socket. */
export function sent(asked: Given): Made | undefined {
  const to = endOf('send', asked)
  const data = asked.text('data')
  const socket = socketFields('4', optionalEnd('from', asked), to, asked)
  if (!to) return undefined
  const size = data === undefined ? undefined : String(data.length)
  const end = ending(asked, size ?? '0')
  const isTold = size !== undefined || end.error !== undefined
  return {
    type: 'sendto',
    title: `data is sent to ${to.address}:${to.port}`,
    fields: [
      ...end.fields.filter(([name]) => isTold || !/^evt\.(?:rawres|arg|rawarg)/.test(name)),
      ...socket.fields,
      ...known([
        ['evt.category', 'net'],
        ['evt.is_io', 'true'],
        ['evt.is_io_write', 'true'],
        ['evt.io_dir', 'write'],
        ['evt.buffer', data],
        ['evt.buflen', size],
        ['evt.arg.data', data],
        ['evt.arg.fd', socket.shown],
      ]),
    ],
    unknown: [...socket.unknown, ...(data === undefined ? ['evt.buffer', 'evt.buflen'] : [])],
  }
}

/** A socket becomes another descriptor as well: a shell whose input is 0 then listens to whoever is at its other end. */
export function doubled(asked: Given): Made | undefined {
  const to = endOf('dup', asked)
  const onto = asked.number('onto') ?? 0
  const type = callNamed(asked, ['dup2', 'dup3', 'dup'])
  const socket = socketFields(String(onto), optionalEnd('from', asked), to, asked)
  if (!to) return undefined
  const end = ending(asked, String(onto))
  return {
    type,
    title: `the connection to ${to.address}:${to.port} becomes descriptor ${onto}`,
    fields: [
      ...end.fields.filter(([name]) => name !== 'evt.arg.res' || end.error !== undefined),
      ...socket.fields,
      ...known([
        ['evt.category', 'net'],
        ['evt.arg.res', end.error ?? socket.shown],
      ]),
    ],
    unknown: [...socket.unknown, 'evt.buflen'],
  }
}
