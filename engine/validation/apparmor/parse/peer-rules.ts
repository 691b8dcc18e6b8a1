import type { AllRule, NewerRule, Prefix, PtraceRule, SignalRule } from '../policy.ts'
import { accesses } from './accesses.ts'
import { type Condition, conditions, once, peerConditions } from './conditions.ts'
import { type Beginning, expect, type Parser, stated, take, takeIf, unexpected } from './parser.ts'
import { stop } from './refusal.ts'
import { signalNumber } from './signal-number.ts'

const sending = {
  name: 'signal',
  words: { send: 'send', write: 'send', receive: 'receive', read: 'receive' },
  read: 'receive',
  write: 'send',
} as const
const tracing = {
  name: 'ptrace',
  words: { trace: 'trace', write: 'trace', read: 'read', tracedby: 'tracedby', readby: 'readby' },
  read: 'read',
  write: 'trace',
} as const
const talking = {
  name: 'DBus',
  words: { bind: 'bind', send: 'send', write: 'send', receive: 'receive', read: 'receive', eavesdrop: 'eavesdrop' },
  read: 'receive',
  write: 'send',
} as const
const queueing = {
  name: 'mqueue',
  words: {
    create: 'create',
    open: 'open',
    delete: 'delete',
    getattr: 'getattr',
    setattr: 'setattr',
    read: 'read',
    write: 'write',
  },
  read: 'read',
  write: 'write',
} as const
const namespaces = { name: 'userns', words: { create: 'create' } } as const
const rings = { name: 'io_uring', words: { override_creds: 'override_creds', sqpoll: 'sqpoll' } } as const

/** `signal [(accesses)] [set=(…)] [peer=…],` */
export function signalRule(parser: Parser, prefix: Prefix, begin: Beginning): SignalRule {
  take(parser)
  const granted = accesses(parser, sending)
  const list = conditions(parser)
  const end = expect(parser, 'TOK_CONDID', 'TOK_END_OF_RULE')
  const found = new Map<string, string>()
  const numbers = new Set<number>()
  for (const condition of list) {
    const fail = failing(parser, 'signal')
    if (!condition.equals) throw fail('keyword "in" is not allowed in signal rules\n')
    if (condition.name === 'peer') once(parser, 'signal', found, condition)
    else if (condition.name !== 'set') throw fail(`invalid signal rule conditional "${condition.name}"\n`)
    else {
      for (const name of condition.values) {
        const number = signalNumber(name)
        if (number === undefined) throw fail(`unknown signal "${name}"\n`)
        numbers.add(number)
      }
    }
  }
  checkOwner(parser, prefix, 'signal')
  const peer = found.get('peer')
  const common = stated(parser, begin, prefix, end)
  return { kind: 'signal', ...common, accesses: granted, signals: [...numbers], ...(peer !== undefined && { peer }) }
}

/** `ptrace [(accesses)] [peer=…],` */
export function ptraceRule(parser: Parser, prefix: Prefix, begin: Beginning): PtraceRule {
  take(parser)
  const granted = accesses(parser, tracing)
  const list = conditions(parser)
  const end = expect(parser, 'TOK_CONDID', 'TOK_END_OF_RULE')
  const found = new Map<string, string>()
  for (const condition of list) {
    const fail = failing(parser, 'ptrace')
    if (!condition.equals) throw fail('keyword "in" is not allowed in ptrace rules\n')
    if (condition.name !== 'peer') throw fail(`invalid ptrace rule conditional "${condition.name}"\n`)
    once(parser, 'ptrace', found, condition)
  }
  checkOwner(parser, prefix, 'ptrace')
  const peer = found.get('peer')
  const common = stated(parser, begin, prefix, end)
  return { kind: 'ptrace', ...common, accesses: granted, ...(peer !== undefined && { peer }) }
}

/** `dbus [(accesses)] [bus=…] [name=… | path=… interface=… member=…] [peer=(…)],` */
export function dbusRule(parser: Parser, prefix: Prefix, begin: Beginning): NewerRule {
  take(parser)
  const said: readonly string[] = accesses(parser, talking)
  const own = conditions(parser)
  const peer = peerConditions(parser, 'dbus')
  const end = expect(parser, 'TOK_END_OF_RULE')
  const found = new Map<string, string>()
  const fail = failing(parser, 'dbus')
  for (const condition of own) dbusCondition(parser, found, condition)
  const service = found.has('name')
  const owned = new Set(found.keys())
  if (found.has('label')) throw fail('dbus "label" conditional can only be used inside of the "peer=()" grouping\n')
  for (const condition of peer) dbusCondition(parser, found, condition)
  const has = (...names: readonly string[]) => names.some(name => found.has(name))
  const message = has('path', 'interface', 'member', 'label') || (has('name') && !service)
  if (message && service) throw fail('dbus rule contains message conditionals and service conditionals\n')
  if (message && said.includes('bind')) {
    throw fail('dbus "bind" access cannot be used with message rule conditionals\n')
  }
  if (service && (said.includes('send') || said.includes('receive'))) {
    throw fail('dbus "send" and/or "receive" accesses cannot be used with service rule conditionals\n')
  }
  if (said.includes('eavesdrop') && (message || service)) {
    throw fail('dbus "eavesdrop" access can only contain a bus conditional\n')
  }
  checkOwner(parser, prefix, 'dbus')
  const implied = message ? ['send', 'receive'] : service ? ['bind'] : []
  const named = [...found].map(([name, glob]) => [owned.has(name) ? name : `peer ${name}`, glob] as const)
  const common = stated(parser, begin, prefix, end)
  return { kind: 'dbus', ...common, accesses: said.length > 0 ? said : implied, conditions: Object.fromEntries(named) }
}

function dbusCondition(parser: Parser, found: Map<string, string>, condition: Condition): void {
  const { name, equals, values } = condition
  const fail = failing(parser, 'dbus')
  if (!equals) throw fail('keyword "in" is not allowed in dbus rules\n')
  if (values.length > 1) throw fail(`dbus conditional "${name}" only supports a single value\n`)
  if (!['bus', 'name', 'label', 'path', 'interface', 'member'].includes(name)) {
    throw fail(`invalid dbus conditional "${name}"\n`)
  }
  once(parser, 'dbus', found, condition)
}

/** `mqueue [(accesses)] [type=…] [label=…] [name],` */
export function mqueueRule(parser: Parser, prefix: Prefix, begin: Beginning): NewerRule {
  take(parser)
  const granted = accesses(parser, queueing)
  const list = conditions(parser)
  const queue = takeIf(parser, 'TOK_ID')?.text
  const end = queue === undefined ? takeIf(parser, 'TOK_END_OF_RULE') : expect(parser, 'TOK_END_OF_RULE')
  if (!end) throw unexpected(parser, 'TOK_ID', 'TOK_CONDID', 'TOK_END_OF_RULE')
  const fail = failing(parser, 'mqueue')
  const found = new Map<string, string>()
  for (const condition of list) {
    if (!condition.equals) throw fail('keyword "in" is not allowed in mqueue rules\n')
    if (condition.name !== 'type' && condition.name !== 'label') {
      throw fail(`invalid mqueue rule conditional "${condition.name}"\n`)
    }
    // Of several types the last counts.
    if (condition.name === 'label') once(parser, 'mqueue', found, condition)
    else found.set('type', condition.values[0] ?? '')
    const type = found.get('type')
    if (type !== undefined && type !== 'posix' && type !== 'sysv') throw fail(`mqueue invalid type='${type}'\n`)
  }
  const named = queue?.startsWith('/') ? 'posix' : queue !== undefined && /^\d+$/.test(queue) ? 'sysv' : undefined
  const type = found.get('type') ?? named
  if (queue !== undefined && named === undefined) {
    const words = 'message queue names must begin with a / or be a positive integer.\n'
    throw fail(`mqueue invalid name '${queue}', ${words}`)
  }
  if (named === 'posix' && type === 'sysv') {
    const words = 'sysv message queues must be identified by a positive integer.\n'
    throw fail(`mqueue type=sysv invalid name '${queue}', ${words}`)
  }
  if (named === 'sysv' && type === 'posix') {
    throw fail(`mqueue type=posix invalid name '${queue}', posix message queues names must begin with a /\n`)
  }
  checkOwner(parser, prefix, 'mqueue')
  const said = { type, label: found.get('label'), name: queue }
  const globs = Object.entries(said).flatMap(([key, it]) => (it === undefined ? [] : [[key, it] as const]))
  const common = stated(parser, begin, prefix, end)
  return { kind: 'mqueue', ...common, accesses: granted, conditions: Object.fromEntries(globs) }
}

/** `userns [create],` */
export function usernsRule(parser: Parser, prefix: Prefix, begin: Beginning): NewerRule {
  take(parser)
  accesses(parser, namespaces)
  const end = expect(parser, 'TOK_CONDID', 'TOK_END_OF_RULE')
  checkOwner(parser, prefix, 'userns')
  return { kind: 'userns', ...stated(parser, begin, prefix, end), accesses: [], conditions: {} }
}

/** `io_uring [(override_creds, sqpoll)] [label=…],` */
export function ioUringRule(parser: Parser, prefix: Prefix, begin: Beginning): NewerRule {
  take(parser)
  const granted = accesses(parser, rings)
  const found = new Map<string, string>()
  const fail = failing(parser, 'io_uring')
  const own = conditions(parser)
  const ring = takeIf(parser, 'TOK_CONDLISTID')
  if (ring) throw fail(`invalid io_uring conditional "${ring.text}"\n`)
  const end = expect(parser, 'TOK_END_OF_RULE')
  for (const condition of own) {
    const { name, equals, values } = condition
    if (!equals) throw fail('keyword "in" is not allowed in io_uring rules\n')
    if (values.length > 1) throw fail(`io_uring conditional "${name}" only supports a single value\n`)
    if (name !== 'label') throw fail(`invalid io_uring conditional "${name}"\n`)
    once(parser, 'io_uring', found, condition)
  }
  checkOwner(parser, prefix, 'io_uring')
  const common = stated(parser, begin, prefix, end)
  return { kind: 'io_uring', ...common, accesses: granted, conditions: Object.fromEntries(found) }
}

/** `all,` */
export function allRule(parser: Parser, prefix: Prefix, begin: Beginning): AllRule {
  take(parser)
  const end = expect(parser, 'TOK_END_OF_RULE')
  if (prefix.priority !== 0) {
    throw stop(parser.scanner, 'apparmor-prefix', 'priority prefix not allowed on all rules')
  }
  checkOwner(parser, prefix, 'all')
  return { kind: 'all', ...stated(parser, begin, prefix, end) }
}

function failing(parser: Parser, rule: string) {
  return (words: string) => stop(parser.scanner, 'apparmor-condition', words, { rule })
}

export function checkOwner(parser: Parser, prefix: Prefix, rule: string): void {
  if (!prefix.owner) return
  throw stop(parser.scanner, 'apparmor-prefix', `owner prefix not allowed on ${rule} rules`)
}
