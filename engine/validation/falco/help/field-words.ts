import type { Choice } from '../../field.ts'
import { allEventNames, eventParameters, isEventName, parameterNames } from '../event-types.ts'
import { meaningOf } from '../field-meanings.ts'
import { allFields, type FieldSpec, type FieldType, findWritten } from '../fields.ts'

const typeWords: Readonly<Record<FieldType, string>> = {
  c: 'text',
  u: 'a number',
  v: 'a number',
  i: 'a number',
  j: 'a number',
  k: 'a number',
  r: 'nanoseconds',
  a: 'nanoseconds since 1970',
  b: 'true or false',
  d: 'a number',
  p: 'an address',
  n: 'a network',
  o: 'a port',
  y: 'bytes',
  f: 'flags as a number',
  m: 'a mode as a number',
  x: 'as the parameter is',
}

/** How a field is mostly asked. What is not here is asked as its type is. */
const examples: Readonly<Record<string, string>> = Object.fromEntries(
  `
evt.type in (execve, execveat)
syscall.type = setns
evt.category = file
evt.res = SUCCESS
evt.rawres >= 0
evt.io_dir = write
evt.source = syscall
evt.hostname = node01
evt.dir = <
proc.name in (bash, sh)
proc.pname = nginx
proc.exe = /bin/sh
proc.exepath startswith /tmp/
proc.pexe endswith /sh
proc.pexepath startswith /usr/
proc.cmdline contains "--privileged"
proc.pcmdline contains kubectl
proc.args contains "-c"
proc.exeline startswith "/bin/sh -c"
proc.env contains HTTP_PROXY
proc.cwd startswith /tmp
proc.tty != 0
proc.sname = sshd
user.name != root
user.uid = 0
user.loginuid = -1
user.loginname = ubuntu
user.shell endswith nologin
group.name = root
fd.name startswith /etc/
fd.directory in (/bin, /usr/bin)
fd.filename = authorized_keys
fd.nameraw contains ..
fd.type = file
fd.typechar in (4, 6)
fd.l4proto = tcp
fd.sockfamily = ip
fd.sport in (22, 2222)
fd.sip = "10.0.0.7"
fd.snet in ("10.0.0.0/8")
fd.net = "10.0.0.0/8"
fd.proto = https
fs.path.name startswith /usr/bin/
fs.path.source startswith /bin/
fs.path.target startswith /tmp/
container.id != host
container.name = web
container.type = containerd
container.image = "nginx:1.27"
container.image.repository endswith /nginx
container.image.tag = latest
container.mounts contains /var/run/docker.sock
k8s.ns.name = shop
k8s.pod.name startswith web-
thread.cap_effective contains CAP_SYS_ADMIN
`
    .trim()
    .split('\n')
    .map(line => [line.slice(0, line.indexOf(' ')), line]),
)

/** What stands behind a field that takes an argument, in an example. */
const brackets: readonly (readonly [field: RegExp, argument: string])[] = [
  [/^evt\.(?:raw)?arg$/, '.flags'],
  [/^evt\.type\.is$/, '.openat'],
  [/^evt\.abspath$/, '.src'],
  [/^evt\.around$/, '[1700000000000000000]'],
  [/^thread\.cgroup$/, '.cpu'],
  [/^proc\.a?env$/, '[PATH]'],
  [/label$/, '[app]'],
  [/^container\.mount/, '[/host]'],
  [/^proc\.a(?:name|exe|exepath|cmdline|pid|args)$/, '[2]'],
  [/./, '[0]'],
]

/** A field with the argument of an example: `proc.aname[2]`. */
export function withArgument({ name }: FieldSpec): string {
  return name + (brackets.find(([field]) => field.test(name))?.[1] ?? '')
}

/** A condition with a field, to be shown. */
export function exampleOf(spec: FieldSpec): string {
  const known = examples[spec.name]
  if (known !== undefined) return known
  const name = spec.argument === 'required' ? withArgument(spec) : spec.name
  const compared: Partial<Record<FieldType, string>> = {
    b: '= true',
    p: '= "10.0.0.7"',
    n: '= "10.0.0.0/8"',
    o: '= 443',
  }
  if (spec.name === 'evt.around') return `${name} = 1000`
  return `${name} ${compared[spec.type] ?? (/^[uvijkrad]$/.test(spec.type) ? '> 0' : 'exists')}`
}

/** A field’s type, what it holds, what stands behind it, and an example. */
export function fieldWords(spec: FieldSpec): string {
  const { name, type, argument, onlyInConditions, deprecated, isList } = spec
  const more =
    argument === 'none'
      ? ''
      : ` ${argument === 'required' ? 'It is written' : 'It may be written'} ${withArgument(spec)}.`
  const where = onlyInConditions ? ' Not in outputs.' : ''
  const old = deprecated ? ' On its way out.' : ''
  const meaning = meaningOf(name) ?? 'Falco has no words for it.'
  return `Field, ${isList ? 'a list' : typeWords[type]}. ${meaning}${more}${where}${old} Example: ${exampleOf(spec)}.`
}

let made: Readonly<Record<'conditions' | 'outputs', readonly Choice[]>> | undefined

/** The fields that a condition or an output may use, without those that Falco hides. */
export function fieldChoices(only: 'conditions' | 'outputs'): readonly Choice[] {
  const listed = (at: 'conditions' | 'outputs') =>
    [...allFields().values()]
      .filter(
        ({ hidden, deprecated, onlyInConditions }) => !hidden && !deprecated && !(onlyInConditions && at === 'outputs'),
      )
      .flatMap(spec => {
        const says = fieldWords(spec)
        const bare = { text: spec.name, says }
        if (spec.argument === 'none') return [bare]
        const long = { text: withArgument(spec), says }
        return spec.argument === 'required' ? [long] : [bare, long]
      })
  made ??= { conditions: listed('conditions'), outputs: listed('outputs') }
  return made[only]
}

/** The parameters of events, where a word begins like one. `types`: the events that the condition is about, if it says so. */
export function parameterChoices(word: string, types: readonly string[]): readonly Choice[] {
  const [, field] = /^(evt\.(?:raw)?arg|evt\.type\.is)\b/.exec(word) ?? []
  if (field === undefined) return []
  if (field === 'evt.type.is')
    return [...allEventNames()].map(name => ({ text: `${field}.${name}`, says: `1 for ${name}, 0 for others.` }))
  const own = types.filter(isEventName).flatMap(parameterNames)
  const names = own.length > 0 ? new Set(own) : eventParameters().keys()
  return [...names].map(name => ({ text: `${field}.${name}`, says: parameterWords(field, name) }))
}

function parameterWords(field: string, name: string): string {
  return field === 'evt.rawarg'
    ? `The parameter ${name} of the event, as the number it is.`
    : `The parameter ${name} of the event, as text.`
}

/** A word that names a field, with its argument or without, explained. */
export function explainField(word: string): Choice | undefined {
  const found = findWritten(word)
  if ('kind' in found) return undefined
  const [, field, name] = /^(evt\.(?:raw)?arg)\.(\w+)$/.exec(word) ?? []
  const own = field !== undefined && name !== undefined ? `${parameterWords(field, name)} ` : ''
  return { text: word, says: own === '' ? fieldWords(found.spec) : `Field. ${own.trim()}` }
}
