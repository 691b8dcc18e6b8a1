import type { FalcoEvent, FieldValue } from './event.ts'
import { hasParameter, parameterNames } from './event-types.ts'
import type { UsedField } from './fields.ts'
import { mountOf } from './mounts.ts'

export type Get = (event: FalcoEvent) => FieldValue | undefined

/** Reads a field of an event; undefined when nobody told it, and nothing told implies it. */
export function fieldValue(field: UsedField): Get {
  const { key } = field
  const implied = impliedValue(field)
  return ({ title, type, fields }) => {
    const own = fields.get(key)
    return own === undefined && implied ? implied({ title, type, fields }) : own
  }
}

/** Fields that follow from others. */
function impliedValue({ spec: { name }, argument, key, type }: UsedField): Get | undefined {
  switch (name) {
    case 'fd.ip':
      return bothEnds('fd.cip', 'fd.sip')
    case 'fd.net':
      return bothEnds('fd.cip', 'fd.sip')
    case 'fd.port':
      return bothEnds('fd.cport', 'fd.sport')
    case 'fd.proto':
      return bothEnds('fd.cport', 'fd.sport')
    case 'evt.arg':
      return /^\d+$/.test(argument ?? '') ? parameterAt(Number(argument)) : missingParameter(argument)
    case 'evt.rawarg':
      return event =>
        (type === 'c' ? event.fields.get(key.replace('rawarg', 'arg')) : undefined) ?? missingParameter(argument)(event)
    case 'fd.cnet':
    case 'fd.snet':
    case 'fd.lnet':
    case 'fd.rnet':
      return sameAs(name.replace('net', 'ip'))
    case 'evt.type':
      return ({ type }) => type
    case 'syscall.type':
      return sameAs('evt.type')
    case 'evt.type.is':
      return ({ type }) => (argument === type ? '1' : '0')
    case 'proc.aname':
      return ancestor(argument, 'proc.aname', 'proc.name', 'proc.pname')
    case 'proc.aexe':
      return ancestor(argument, 'proc.aexe', 'proc.exe', 'proc.pexe')
    case 'proc.aexepath':
      return ancestor(argument, 'proc.aexepath', 'proc.exepath', 'proc.pexepath')
    case 'proc.acmdline':
      return ancestor(argument, 'proc.acmdline', 'proc.cmdline', 'proc.pcmdline')
    case 'proc.apid':
      return ancestor(argument, 'proc.apid', 'proc.pid', 'proc.ppid')
    default:
      if (argument === undefined) return undefined
      if (name.startsWith('container.mount')) return mountOf(name, argument)
      return name.endsWith('.label') ? labelOf(name, argument) : undefined
  }
}

/** Null of an event that has no such parameter. */
function missingParameter(argument = ''): Get {
  return ({ type }) => (hasParameter(type, argument) ? undefined : null)
}

/** A parameter by its place: the one that its name tells of. */
function parameterAt(index: number): Get {
  return ({ type, fields }) => {
    const name = parameterNames(type)[index]
    return name === undefined ? undefined : fields.get(`evt.arg.${name}`)
  }
}

function sameAs(key: string): Get {
  return ({ fields }) => fields.get(key)
}

/** The client's and the server's end. A listening socket has one, a new one zeros; what is no socket has neither. */
function bothEnds(client: string, server: string): Get {
  const isPort = client.endsWith('port')
  return ({ fields }) => {
    const descriptor = fields.get('fd.num')
    if (descriptor === null || (typeof descriptor === 'string' && descriptor.startsWith('-'))) return null
    const kind = fields.get('fd.typechar')
    if (kind === 'o') return null
    if (typeof kind === 'string' && kind !== '4' && kind !== '6') return []
    const ends = [fields.get(client), fields.get(server)]
    const named = namedEnds(fields.get('fd.name'))
    const known = ends.map((end, index) => end ?? named?.[index]?.[isPort ? 'port' : 'address'])
    if (known.every(end => typeof end === 'string')) return known
    if (kind !== '4' || ends.includes(undefined)) return undefined
    const own = known.filter(end => typeof end === 'string')
    return own.length > 0 ? own : [isPort ? '0' : '0.0.0.0']
  }
}

function namedEnds(name: FieldValue | undefined): readonly { address: string; port: string }[] | undefined {
  const found = typeof name === 'string' ? /^(\S+):(\d+)->(\S+):(\d+)$/.exec(name) : null
  if (!found) return undefined
  const [, from = '', fromPort = '', to = '', toPort = ''] = found
  return [
    { address: from, port: fromPort },
    { address: to, port: toPort },
  ]
}

/** Level 0 is the process itself; above the known list of ancestors there is nobody. */
function ancestor(argument: string | undefined, list: string, self: string, parent: string): Get | undefined {
  if (argument === undefined) return undefined
  const level = Number(argument)
  return ({ fields }) => {
    if (level === 0) return fields.get(self)
    const all = fields.get(list)
    if (Array.isArray(all)) return all[level - 1] ?? null
    return level === 1 ? fields.get(parent) : all === null ? null : undefined
  }
}

/** One label out of `app:web, tier:frontend`. */
function labelOf(name: string, label: string): Get | undefined {
  const whole = `${name}s`
  return ({ fields }) => {
    const all = fields.get(whole)
    if (typeof all !== 'string') return all === null ? null : undefined
    const found = all.split(', ').find(each => each.startsWith(`${label}:`))
    return found === undefined ? null : found.slice(label.length + 1)
  }
}
