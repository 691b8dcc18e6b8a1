import type { FieldValue } from '../../event.ts'
import type { Given } from '../given.ts'

export type Field = readonly [name: string, value: FieldValue]

/** An event of one kind, before who did it and where is added. */
export interface Made {
  readonly type: string
  readonly title: string
  readonly fields: readonly Field[]
  /** Fields that such an event has, with values that nobody told. */
  readonly unknown?: readonly string[]
}

/** A kind of event that labs can write. */
export interface Action {
  /** Keys that only this kind has, and some others. */
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

/** How a call ended. */
export interface Ending {
  readonly error?: string
  readonly fields: readonly Field[]
}

/** How a call ended: its result when all went well, or an error. */
export function ending({ value, report }: Given, result: string): Ending {
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

/** The same of a call whose result is a descriptor, which has no parameter `res`. */
export function endingWithDescriptor(asked: Given, descriptor: string, shown: string): Ending {
  const end = ending(asked, descriptor)
  return {
    ...end,
    fields: [
      ...end.fields.filter(([name]) => !/^evt\.(?:raw)?arg\./.test(name)),
      ['evt.arg.fd', end.error ?? shown],
      ['fd.num', end.error === undefined ? descriptor : '-1'],
    ],
  }
}

/** What is told of a list of fields, some of which nobody told. */
export function known(fields: readonly (readonly [string, FieldValue | undefined])[]): readonly Field[] {
  return fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
}

/** A descriptor that is neither a file nor a socket. */
export function otherDescriptor(type: string, letter: string, name: string): readonly Field[] {
  return [
    ['fd.type', type],
    ['fd.typechar', letter],
    ['fd.name', name],
    ['fd.nameraw', ''],
    ['fd.l4proto', '<NA>'],
    ['fd.is_server', 'false'],
    ['fd.connected', 'false'],
  ]
}

/** A call that names its path from the current folder has that as its descriptor. */
export const currentFolder: readonly Field[] = [
  ['evt.arg.dirfd', 'AT_FDCWD'],
  ['fd.num', '-100'],
  ['fd.typechar', 'o'],
  ['fd.name', ''],
  ['fd.nameraw', ''],
  ['fd.directory', '/'],
]

/** What an event on a descriptor tells of it besides, and no short-hand does. */
export const descriptorDetails: readonly string[] = [
  ...['fd.dev', 'fd.dev.major', 'fd.dev.minor', 'fd.ino', 'fd.uid', 'fd.containername', 'fd.containerdirectory'],
  ...['fd.name_changed', 'fd.is_upper_layer', 'fd.is_lower_layer'],
]

/** The setting `as`: by which of some calls it happens. The first is meant when nothing is said. */
export function callNamed(asked: Given, calls: readonly [string, ...string[]]): string {
  const type = asked.text('as') ?? calls[0]
  const others = calls.slice(0, -1).join(', ')
  if (!calls.includes(type)) asked.report(`This must be ${others} or ${calls.at(-1)}.`, 'as')
  return type
}

/** A path from the root; undefined, and reported, when it is none. */
export function pathOf(key: string, asked: Given): string | undefined {
  const path = asked.text(key)
  if (path?.startsWith('/')) return path
  asked.report('This must be a path from the root. Write it as in "/etc/shadow".', key)
  return undefined
}

/** Names behind a key, each of which must be known; put in the order in which Falco prints them. */
export function namesOf(key: string, names: readonly string[], asked: Given): readonly string[] | undefined {
  const written = asked.words(key)
  const strange = written?.find(name => !names.includes(name))
  if (strange !== undefined) asked.report(`There is no ${strange}. Use ${names.join(', ')}.`, key)
  return written && names.filter(name => written.includes(name))
}
