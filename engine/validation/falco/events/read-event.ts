import type { Finding, Reading } from '../../../yaml/finding.ts'
import type { Path } from '../../../yaml/range.ts'
import { nearestName } from '../../nearest-name.ts'
import type { FalcoEvent, FieldValue } from '../event.ts'
import { codesOf } from '../event-types.ts'
import { allFields, findField } from '../fields.ts'
import { actionNames, actionOf } from './actions/table.ts'
import { type Given, given, isMap } from './given.ts'
import { namedEvents } from './named.ts'
import { scopeFields, scopeWords } from './scope.ts'

/** What may stand beside an action, whichever it is. */
export const eventSettings = [
  ...(['container', 'image', 'privileged', 'pod', 'ns', 'user', 'uid', 'by', 'parent', 'ancestors', 'tty'] as const),
  ...(['cwd', 'loginuid', 'caps', 'upper', 'failed', 'fields'] as const),
] as const
const settings: readonly string[] = eventSettings

/**
 * Reads a lab author's shorthand for an event: the name of one (`shell-in-container`), or a map with one action.
 *
 * `{ open: /etc/shadow, mode: read, container: web }` · `{ write: /etc/hosts }` · `{ create: /tmp/x }` ·
 * `{ exec: /usr/bin/apt, args: [install, nmap], user: root, container: web, image: "nginx:1.27", pod: web, ns: prod }` ·
 * `{ connect: "1.2.3.4:443", from: "10.0.0.5:40000" }` · `{ remove: /var/log/syslog }` · `{ mkdir: /usr/bin/x }` ·
 * `{ rename: /bin/ls, to: /tmp/ls }` · `{ symlink: /tmp/s, to: /etc/shadow }` · `{ chmod: /tmp/x, permissions: "4755" }` ·
 * `{ setns: mnt }` · `{ unshare: [user, mnt] }` · `{ ptrace: PTRACE_ATTACH, of: nginx }` · `{ mount: /dev/sda1, on: /mnt }` ·
 * `{ setuid: 0 }` · `{ module: /tmp/x.ko }` · `{ bind: "0.0.0.0:4444" }` · `{ dup: "1.2.3.4:4444", onto: 0 }` ·
 * `{ send: "1.2.3.4:53", proto: udp }` · `{ call: capset }` · `{ fields: { evt.type: openat, … } }`; `actions/table.ts` has all.
 *
 * Without `container` it happens on the host. `by` is the process: a command line. `ancestors` are all of them, the parent
 * first; `parent` is that one only. `failed` is true or an error such as EACCES. `fields` gives any field its value, null
 * for one that the event has not; those of a recording stand there alone. What is not told is not known: a rule that asks
 * about it cannot be decided. A container is not privileged unless it is said to be. `loginuid` is the user who logged in
 * (-1: nobody did), `caps` the capabilities in effect, `upper` whether the program was made after the container started.
 * Findings' paths begin with `path`.
 */
export function readFalcoEvent(shorthand: unknown, path: Path = []): Reading<FalcoEvent> {
  const findings: Finding[] = []
  const report = (message: string, key?: string) => {
    const at = key === undefined ? path : [...path, key]
    findings.push({ code: 'bad-event', severity: 'error', path: at, message, data: {} })
  }
  if (typeof shorthand === 'string') {
    const named = Object.hasOwn(namedEvents, shorthand) ? namedEvents[shorthand] : undefined
    if (named) return readFalcoEvent(named, path)
    report(`There is no event named ${shorthand}. Use one of ${Object.keys(namedEvents).join(', ')}, or write it out.`)
    return { findings }
  }
  if (!isMap(shorthand)) {
    report('An event is a name, or a map such as { open: /etc/shadow, mode: read, container: web }. Write one.')
    return { findings }
  }
  const actions = actionNames.filter(name => name in shorthand)
  const [name] = actions
  if (actions.length > 1 || (name === undefined && !('fields' in shorthand))) {
    report(`An event has exactly one action: ${actionNames.join(', ')}. Split it, or add one.`)
    return { findings }
  }
  const action = name === undefined ? undefined : actionOf(name)
  const known = [...(name === undefined ? [] : [name]), ...(action?.settings ?? []), ...settings]
  for (const key of Object.keys(shorthand))
    if (!known.includes(key))
      report(`"${key}" says nothing about such an event. Use ${known.filter(each => each !== name).join(', ')}.`, key)
  const asked = given(shorthand, report)
  const made = action?.make(asked)
  const scope = scopeFields(asked)
  const extra = extraFields(asked, report)
  if (findings.length > 0) return { findings }
  const fields = new Map<string, FieldValue>()
  if (made) for (const [key, value] of [...commonFields(made.type), ...scope, ...made.fields]) fields.set(key, value)
  for (const key of made?.unknown ?? []) fields.delete(key)
  for (const [key, value] of extra) fields.set(key, value)
  const type = made?.type ?? fields.get('evt.type')
  if (typeof type !== 'string' || codesOf(type).length === 0) {
    report('Falco has no such event type. Use one such as execve or openat.', made ? name : 'fields')
    return { findings }
  }
  fields.set('evt.type', type)
  return { value: { title: made ? `${made.title}${scopeWords(asked)}` : type, type, fields }, findings }
}

/** What every system call has, and has not when nothing more is said. */
function commonFields(type: string): readonly (readonly [string, FieldValue])[] {
  const no = ['evt.is_async', 'evt.is_io', 'evt.is_io_read', 'evt.is_io_write', 'evt.is_wait', 'evt.is_syslog']
  const opens = ['evt.is_open_read', 'evt.is_open_write', 'evt.is_open_exec', 'evt.is_open_create']
  // But for those that follow from others.
  const none = [...allFields().keys()].filter(
    name => /^(?:fd|fs)\./.test(name) && !/^fd\.(?:[cslr]?net|ip|port|proto|types)$/.test(name),
  )
  return [
    ['evt.type', type],
    ['syscall.type', type],
    ['evt.source', 'syscall'],
    ['evt.dir', '<'],
    // Falco counts from 1.
    ['evt.num', '1'],
    ...[...no, ...opens].map(name => [name, 'false'] as const),
    ...[...none, 'evt.buffer', 'evt.buflen', 'evt.io_dir'].map(name => [name, null] as const),
  ]
}

function extraFields(
  { value }: Given,
  report: (message: string, key?: string) => void,
): ReadonlyMap<string, FieldValue> {
  const fields = new Map<string, FieldValue>()
  const written = value('fields')
  if (written === undefined) return fields
  if (!isMap(written)) {
    report('This must be a map of fields and their values. Write it as { proc.name: cat }.', 'fields')
    return fields
  }
  for (const [key, entry] of Object.entries(written)) {
    const [, name = key, argument] = /^([^[]+)\[(.*)\]$/.exec(key) ?? []
    if ('kind' in findField(name, argument)) {
      const near = nearestName(key, allFields().keys())
      report(`Falco has no field ${key}. ${near ? `Write ${near}.` : 'Correct its name.'}`, 'fields')
    }
    if (Array.isArray(entry)) fields.set(key, entry.map(String))
    else if (isMap(entry)) report(`The value of ${key} must be text, a number, a list of them, or null.`, 'fields')
    else fields.set(key, entry === null || entry === undefined ? null : String(entry))
  }
  return fields
}
