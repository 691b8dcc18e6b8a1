import type { FieldValue } from '../event.ts'
import { allFields } from '../fields.ts'
import type { Given } from './given.ts'

type Fields = readonly (readonly [string, FieldValue | undefined])[]

/** Who does it and where: the fields of process, user, container and pod. What is not told is left out. */
export function scopeFields(asked: Given): readonly (readonly [string, FieldValue])[] {
  const all: Fields = [...processFields(asked), ...userFields(asked), ...containerFields(asked)]
  return all.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]))
}

/** ` in container web`, or ` on the host`. */
export function scopeWords({ text }: Given): string {
  const container = text('container')
  return container === undefined ? ' on the host' : ` in container ${container}`
}

function processFields({ words, text, flag }: Given): Fields {
  const by = words('by')
  const ancestors = words('ancestors')
  const parent = text('parent') ?? ancestors?.[0]
  const tty = flag('tty')
  const upper = flag('upper')
  return [
    ...(by ? commandFields(by[0] ?? '', by.slice(1)) : []),
    ['proc.pname', parent],
    ['proc.aname', ancestors],
    ['proc.tty', tty === undefined ? undefined : tty ? '34816' : '0'],
    ['proc.cwd', text('cwd')],
    ['proc.is_exe_upper_layer', upper === undefined ? (text('container') ? undefined : 'false') : String(upper)],
    ['thread.ismain', 'true'],
    ['thread.cap_effective', words('caps')?.join(' ')],
  ]
}

/** The fields of a running program. One that lies in memory only, `memfd:x`, is started by its descriptor. */
export function commandFields(program: string, args: readonly string[]): Fields {
  const inMemory = program.startsWith('memfd:')
  const hasPath = inMemory || program.startsWith('/')
  const name = inMemory ? '3' : baseName(program).slice(0, 15)
  const line = [name, ...args].join(' ')
  return [
    ['proc.name', name],
    ['proc.exe', program],
    ['proc.exepath', hasPath ? program : undefined],
    ['proc.is_exe_from_memfd', String(inMemory)],
    ['proc.args', args.join(' ')],
    ...args.map((arg, at) => [`proc.args[${at}]`, arg] as const),
    ['proc.cmdline', line],
    ['proc.exeline', [program, ...args].join(' ')],
    ['proc.cmdnargs', String(args.length)],
    ['proc.cmdlenargs', String(args.join('').length)],
  ]
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function userFields({ text, number }: Given): Fields {
  const user = text('user')
  const uid = number('uid') ?? (user === 'root' ? 0 : undefined)
  const login = number('loginuid')
  return [
    ['user.name', user ?? (uid === 0 ? 'root' : undefined)],
    ['user.uid', uid === undefined ? undefined : String(uid)],
    ['user.loginuid', login === undefined ? undefined : String(login)],
    ['user.loginname', login === -1 ? '<NA>' : login === 0 ? 'root' : undefined],
  ]
}

function containerFields({ text, flag, report }: Given): Fields {
  const name = text('container')
  const [image, pod, namespace] = [text('image'), text('pod'), text('ns')]
  if (name === undefined) {
    for (const key of ['image', 'pod', 'ns'])
      if (text(key) !== undefined)
        report(`What happens on the host has no ${key}. Add "container", or take it out.`, key)
    if (flag('privileged') !== undefined) report('Only a container can be privileged. Add "container".', 'privileged')
    return hostFields()
  }
  const id = shortId(name)
  return [
    ['container.id', id],
    ['container.name', name],
    ['container.type', 'containerd'],
    ['container.privileged', String(flag('privileged') ?? false)],
    ['container.host_pid', 'false'],
    ['container.host_network', 'false'],
    ['container.host_ipc', 'false'],
    ...(image === undefined ? [] : imageFields(image)),
    ['k8s.pod.name', pod],
    ['k8s.ns.name', namespace],
  ]
}

/** What the fields of containers and Pods are for what happens on the host. */
export function hostFields(): readonly (readonly [string, string | null])[] {
  const host = ['container.id', 'container.name', 'container.full_id', 'container.type']
  const empty = ['container.ip', 'container.cni.json', 'container.labels', 'container.mounts']
  const no = ['container.privileged', 'container.host_pid', 'container.host_network', 'container.host_ipc']
  const image = ['', '.id', '.digest', '.repository', '.tag'].map(part => `container.image${part}`)
  const kubernetes = [...allFields().values()].filter(({ plugin, name }) => plugin && name.startsWith('k8s.'))
  return [
    ...host.map(key => [key, 'host'] as const),
    ...[...empty, ...image].map(key => [key, ''] as const),
    ...no.map(key => [key, 'false'] as const),
    ...kubernetes.map(({ name }) => [name, null] as const),
  ]
}

function imageFields(image: string): Fields {
  const [named = '', digest] = image.split('@')
  const colon = named.lastIndexOf(':')
  const hasTag = colon > named.lastIndexOf('/')
  return [
    ['container.image', image],
    ['container.image.repository', hasTag ? named.slice(0, colon) : named],
    ['container.image.tag', hasTag ? named.slice(colon + 1) : digest === undefined ? 'latest' : ''],
    ['container.image.digest', digest],
  ]
}

/** Twelve hex digits that are always the same for a name. */
function shortId(name: string): string {
  let [a, b] = [0x811c9dc5, 0x1b873593]
  for (const character of name) {
    a = Math.imul(a ^ (character.codePointAt(0) ?? 0), 0x01000193)
    b = Math.imul(b ^ a, 0x85ebca6b)
  }
  return [a, b]
    .map(part => (part >>> 0).toString(16).padStart(8, '0'))
    .join('')
    .slice(0, 12)
}
