import type { Given } from '../given.ts'
import {
  callNamed,
  descriptorDetails,
  ending,
  endingWithDescriptor,
  type Field,
  type Made,
  namesOf,
  otherDescriptor,
  pathOf,
} from './made.ts'

const clones = {
  ipc: 'CLONE_NEWIPC',
  net: 'CLONE_NEWNET',
  mnt: 'CLONE_NEWNS',
  pid: 'CLONE_NEWPID',
  uts: 'CLONE_NEWUTS',
  user: 'CLONE_NEWUSER',
  cgroup: 'CLONE_NEWCGROUP',
} as const
/** Kinds of namespaces, in the order in which Falco prints their flags. */
export const namespaces = Object.keys(clones)

/** Fields of a descriptor that the call has, and of which nothing is told. */
const descriptor: readonly string[] = [
  ...['fd.num', 'fd.type', 'fd.typechar', 'fd.name', 'fd.nameraw', 'fd.directory', 'fd.filename', 'fd.l4proto'],
  ...descriptorDetails,
]

/** `setns` enters namespaces of others, `unshare` makes new ones. */
export function namespacesChanged(asked: Given, type: 'setns' | 'unshare'): Made | undefined {
  const kinds = namesOf(type, namespaces, asked)
  if (kinds === undefined || kinds.length === 0) {
    if (asked.words(type)?.length === 0) asked.report(`Name at least one of ${namespaces.join(', ')}.`, type)
    return undefined
  }
  const flags = kinds.map(kind => clones[kind as keyof typeof clones]).join('|')
  return {
    type,
    title: `${type === 'setns' ? 'namespaces of others are entered' : 'new namespaces are made'}: ${kinds.join(', ')}`,
    fields: [
      ...ending(asked, '0').fields,
      ['evt.category', 'process'],
      [type === 'setns' ? 'evt.arg.nstype' : 'evt.arg.flags', flags],
    ],
    unknown: type === 'setns' ? descriptor : [],
  }
}

export const traceRequests = [
  ...['PTRACE_TRACEME', 'PTRACE_ATTACH', 'PTRACE_SEIZE', 'PTRACE_PEEKTEXT', 'PTRACE_PEEKDATA', 'PTRACE_POKETEXT'],
  ...['PTRACE_POKEDATA', 'PTRACE_GETREGS', 'PTRACE_SETREGS', 'PTRACE_CONT', 'PTRACE_DETACH'],
] as const

/** One process looks into another, or, with PTRACE_TRACEME, keeps others from doing so. */
export function traced(asked: Given): Made | undefined {
  const request = asked.text('ptrace')
  const of = asked.text('of')
  if (request === undefined || !traceRequests.some(name => name === request)) {
    asked.report(`This must be one of ${traceRequests.join(', ')}.`, 'ptrace')
    return undefined
  }
  return {
    type: 'ptrace',
    title: of === undefined ? `${request} is asked` : `${request} is asked of ${of}`,
    fields: [
      ...ending(asked, '0').fields,
      ['evt.category', 'process'],
      ['evt.arg.request', request],
      ...(of === undefined ? [] : [['evt.arg.pid', of] as const]),
    ],
    unknown: ['evt.buffer'],
  }
}

export function userChanged(asked: Given): Made | undefined {
  const uid = asked.number('setuid')
  if (uid === undefined || uid < 0) {
    asked.report('This must be the number of a user. Write it as in 0.', 'setuid')
    return undefined
  }
  const name: readonly Field[] = uid === 0 ? [['evt.arg.uid', 'root']] : []
  const fields: readonly Field[] = [['evt.category', 'user'], ['evt.rawarg.uid', String(uid)], ...name]
  return { type: 'setuid', title: `the user becomes ${uid}`, fields: [...ending(asked, '0').fields, ...fields] }
}

export function moduleLoaded(asked: Given): Made | undefined {
  const path = pathOf('module', asked)
  const type = callNamed(asked, ['finit_module', 'init_module'])
  if (path === undefined) return undefined
  return {
    type,
    title: `the kernel loads ${path}`,
    fields: [...ending(asked, '0').fields, ['evt.category', 'other'], ['evt.arg.uargs', '']],
    unknown: type === 'finit_module' ? descriptor : [],
  }
}

export function bpfAsked(asked: Given): Made | undefined {
  const command = asked.text('bpf')
  if (!command?.startsWith('BPF_')) {
    asked.report('This must be a command of bpf. Write it as in BPF_PROG_LOAD.', 'bpf')
    return undefined
  }
  const end = endingWithDescriptor(asked, '5', '<b>')
  const isMade = end.error === undefined
  return {
    type: 'bpf',
    title: `${command} is asked of the kernel`,
    fields: [
      ...end.fields,
      ['evt.category', 'other'],
      ['evt.arg.cmd', command],
      ...(isMade ? otherDescriptor('bpf', 'b', '') : []),
    ],
    unknown: descriptorDetails,
  }
}

export function signalled(asked: Given): Made | undefined {
  const to = asked.text('kill')
  const signal = asked.text('signal') ?? 'SIGTERM'
  if (!/^SIG[A-Z0-9]+$/.test(signal)) asked.report('This must be a signal. Write it as in SIGKILL.', 'signal')
  if (to === undefined) {
    asked.report('This must be the name of a program. Write it as in nginx.', 'kill')
    return undefined
  }
  const fields: readonly Field[] = [
    ['evt.category', 'signal'],
    ['evt.arg.pid', to],
    ['evt.arg.sig', signal],
  ]
  return { type: 'kill', title: `${to} gets ${signal}`, fields: [...ending(asked, '0').fields, ...fields] }
}

export function memoryFileMade(asked: Given): Made | undefined {
  const name = asked.text('memfd')
  if (name === undefined) {
    asked.report('This must be the name of a file in memory. Write it as in payload.', 'memfd')
    return undefined
  }
  const end = endingWithDescriptor(asked, '13', `<m>${name}`)
  const isMade = end.error === undefined
  return {
    type: 'memfd_create',
    title: `a file in memory is made: ${name}`,
    fields: [
      ...end.fields,
      ['evt.category', 'memory'],
      ['evt.arg.name', name],
      ...(isMade ? otherDescriptor('memfd', 'm', name) : []),
    ],
    unknown: descriptorDetails,
  }
}

export function rootChanged(asked: Given): Made | undefined {
  const path = pathOf('chroot', asked)
  if (path === undefined) return undefined
  const fields: readonly Field[] = [
    ['evt.category', 'process'],
    ['evt.arg.path', path],
  ]
  return { type: 'chroot', title: `${path} becomes the root`, fields: [...ending(asked, '0').fields, ...fields] }
}

export function called(asked: Given): Made | undefined {
  const type = asked.text('call')
  return type === undefined ? undefined : { type, title: `${type} is called`, fields: ending(asked, '0').fields }
}
