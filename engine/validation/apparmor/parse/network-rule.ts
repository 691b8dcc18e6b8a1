import type { NetworkRule, Prefix, UnixRule } from '../policy.ts'
import { accesses } from './accesses.ts'
import { type Condition, conditions, once, peerConditions } from './conditions.ts'
import { isAddress, isPortRange } from './internet-address.ts'
import { type Beginning, expect, type Parser, stated, take, takeIf } from './parser.ts'
import { stop } from './refusal.ts'
import { families, protocols, socketTypes, unixTypes } from './tables.ts'

const words = {
  create: 'create',
  bind: 'bind',
  listen: 'listen',
  accept: 'accept',
  connect: 'connect',
  shutdown: 'shutdown',
  getattr: 'getattr',
  setattr: 'setattr',
  getopt: 'getopt',
  setopt: 'setopt',
  send: 'send',
  write: 'send',
  receive: 'receive',
  read: 'receive',
} as const
const kind = { name: 'net', words, read: 'receive', write: 'send' } as const
/** What has a peer. */
const withPeer = new Set(['send', 'receive', 'connect', 'accept'])

/** `network [(accesses)] [family] [type or protocol] [ip=… port=…] [peer=(…)],` */
export function networkRule(parser: Parser, prefix: Prefix, begin: Beginning): NetworkRule {
  const keyword = take(parser)
  const granted = accesses(parser, kind)
  const first = takeIf(parser, 'TOK_ID')
  const second = first && takeIf(parser, 'TOK_ID')
  const local = conditions(parser)
  const peer = peerConditions(parser, 'network')
  const end = expect(parser, 'TOK_END_OF_RULE')
  checkAddresses(parser, local)
  checkAddresses(parser, peer)
  const conditional = local.length + peer.length > 0
  const sockets = first && socketsOf(first.text, second?.text)
  const fail = (said: string) =>
    stop(parser.scanner, 'apparmor-network', said, { written: first?.text }, (first ?? keyword).place.range)
  if (sockets?.length === 0) throw fail('Invalid network entry.')
  if (conditional && sockets?.some(({ family }) => family !== families.inet && family !== families.inet6)) {
    // A type or protocol alone is narrowed to the families that have addresses.
    if (second !== undefined || Object.hasOwn(families, first?.text ?? '')) {
      throw fail('network family does not support local or peer conditionals\n')
    }
  }
  checkPeer(parser, 'network', granted, peer)
  checkPrefix(parser, 'network', prefix)
  const narrowed = conditional
    ? (sockets ?? allOf([families.inet ?? 2, families.inet6 ?? 10])).filter(({ family }) => [2, 10].includes(family))
    : sockets
  return { kind: 'network', ...stated(parser, begin, prefix, end), sockets: narrowed, accesses: granted, conditional }
}

function checkPrefix(parser: Parser, rule: string, prefix: Prefix): void {
  const fail = (what: string) => stop(parser.scanner, 'apparmor-prefix', `${what} prefix not allowed on ${rule} rules`)
  if (prefix.priority !== 0 && rule === 'network') throw fail('priority')
  if (prefix.owner) throw fail('owner')
}

function allOf(of: readonly number[]) {
  return of.flatMap(family => Object.values(socketTypes).map(type => ({ family, type })))
}

/** What one or two words mean: a family, a type or protocol, or a family and one of those. */
function socketsOf(first: string, second: string | undefined) {
  const family = Object.hasOwn(families, first) ? families[first] : undefined
  if (family !== undefined) {
    if (second === undefined) return allOf([family])
    return ofType(second).filter(it => it.family === family)
  }
  return second === undefined ? ofType(first) : []
}

function ofType(
  name: string,
): readonly { readonly family: number; readonly type: number; readonly protocol?: number }[] {
  const named = protocols.filter(it => it.name === name).map(({ name: _, ...it }) => it)
  if (named.length > 0) return named
  const type = Object.hasOwn(socketTypes, name) ? socketTypes[name] : undefined
  return type === undefined ? [] : Object.values(families).map(family => ({ family, type }))
}

function checkAddresses(parser: Parser, list: readonly Condition[]): void {
  const fail = (said: string) => stop(parser.scanner, 'apparmor-network', said)
  const found = new Map<string, string>()
  for (const condition of list) {
    const { name, equals, values } = condition
    if (!equals) throw fail('keyword "in" is not allowed in network rules\n')
    if (name !== 'ip' && name !== 'port') throw fail(`invalid network rule conditional "${name}"\n`)
    once(parser, 'network', found, condition)
    const [value = ''] = values
    if (name === 'ip' && value !== 'none' && !isAddress(value)) throw fail(`network invalid ip='${value}'\n`)
    if (name === 'port' && !isPortRange(value)) throw fail(`network invalid port='${value}'\n`)
  }
}

function checkPeer(parser: Parser, rule: string, granted: readonly string[], peer: readonly Condition[]): void {
  if (peer.length === 0 || granted.every(it => withPeer.has(it))) return
  const without = "'create', 'shutdown', 'setattr', 'getattr', 'bind', 'listen', 'setopt', and/or 'getopt'"
  const said = `${rule} ${without} accesses cannot be used with peer socket conditionals\n`
  throw stop(parser.scanner, 'apparmor-condition', said)
}

/** `unix [(accesses)] [type=…] [addr=…] [peer=(addr=… label=…)],` */
export function unixRule(parser: Parser, prefix: Prefix, begin: Beginning): UnixRule {
  take(parser)
  const granted = accesses(parser, kind)
  const local = conditions(parser)
  const peer = peerConditions(parser, 'unix')
  const end = expect(parser, 'TOK_END_OF_RULE')
  const found = new Map<string, string>()
  const there = new Map<string, string>()
  for (const condition of local) unixCondition(parser, found, condition, false)
  for (const condition of peer) unixCondition(parser, there, condition, true)
  checkPeer(parser, 'unix socket', granted, peer)
  checkPrefix(parser, 'unix', prefix)
  const type = unixTypes[found.get('type') ?? '']
  const common = stated(parser, begin, prefix, end)
  const said = { address: found.get('addr'), peerAddress: there.get('addr'), peer: there.get('label') }
  return {
    kind: 'unix',
    ...common,
    accesses: granted,
    ...Object.fromEntries(Object.entries(said).filter(([, glob]) => glob !== undefined)),
    ...(type !== undefined && { type }),
  }
}

function unixCondition(parser: Parser, found: Map<string, string>, condition: Condition, peer: boolean): void {
  const { name, equals, values } = condition
  const fail = (said: string) => stop(parser.scanner, 'apparmor-condition', said)
  if (!['addr', 'type', 'protocol', 'label'].includes(name)) {
    throw fail(`unix rule: invalid ${peer ? 'peer ' : ''}conditional '${name}'\n`)
  }
  const rule = name === 'addr' ? 'unix' : 'unknown'
  if (name === 'protocol') throw fail(`${rule} rule: '${name}' conditional is not currently supported\n`)
  if (name === 'label' && !peer)
    throw fail(`${rule} rule: '${name}' conditional is only valid in the peer expression\n`)
  if (name === 'type' && peer) throw fail(`${rule} rule: '${name}' conditional is not allowed in the peer expression\n`)
  if (!equals) throw fail(`${rule} rule: keyword 'in' is not allowed in '${name}' socket conditional\n`)
  if (values.length > 1) throw fail(`${rule} rule: conditional '${name}' only supports a single value\n`)
  once(parser, name === 'type' ? 'socket rule' : name === 'addr' && !peer ? 'unix socket' : 'unix', found, condition)
  const [value = ''] = values
  if (name === 'type' && !Object.hasOwn(unixTypes, value)) throw fail(`socket rule: invalid socket type '${value}'`)
  if (name === 'addr' && !value.startsWith('@') && value !== 'none' && value !== 'auto') {
    throw fail(`unix rule: invalid value for addr='${value}'\n`)
  }
}
