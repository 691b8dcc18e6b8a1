import type { Choice } from '../../field.ts'
import { allEventNames, parameterNames } from '../event-types.ts'
import { findWritten } from '../fields.ts'

/** `value meaning`, a line each, behind the fields that have such values. */
const table = `
evt.res
SUCCESS The call did what it was asked for.
EACCES Not permitted by the file’s rights.
EPERM Not permitted at all.
ENOENT There is no such file.
EEXIST The file is there already.
evt.category
file Work with files.
net Work with the network.
process Programs that start and end.
memory Work with memory.
system What concerns the whole host.
user Users and groups.
IPC Programs that talk to each other.
evt.io_dir
read The event reads.
write The event writes.
evt.source
syscall System calls of the host.
fd.type proc.stdin.type proc.stdout.type proc.stderr.type
file A file.
directory A directory.
ipv4 A connection over IPv4.
ipv6 A connection over IPv6.
unix A socket of the host itself.
pipe A pipe.
memfd A file that is in memory only.
fd.typechar
f A file.
d A directory.
4 A connection over IPv4.
6 A connection over IPv6.
u A socket of the host itself.
p A pipe.
fd.l4proto
tcp TCP.
udp UDP.
icmp ICMP.
raw Packets that a program makes itself.
fd.sockfamily
ip IPv4 or IPv6.
unix A socket of the host itself.
container.id container.name container.type
host Not in a container.
container.type
containerd As Kubernetes mostly runs them.
cri-o As some clusters run them.
docker By Docker.
podman By Podman.
user.name user.loginname group.name
root The user who may do all.
user.uid group.gid
0 Root.
user.loginuid
-1 Nobody logged in: a service, or a container.
`

let read: ReadonlyMap<string, readonly Choice[]> | undefined

function readTable(): ReadonlyMap<string, readonly Choice[]> {
  const values = new Map<string, readonly Choice[]>()
  let fields: readonly string[] = []
  for (const line of table.trim().split('\n')) {
    const blank = line.indexOf(' ')
    if (/^[a-z\d.]+\.[a-z\d.]+(?: |$)/.test(line)) fields = line.split(' ')
    else
      for (const field of fields)
        values.set(field, [...(values.get(field) ?? []), { text: line.slice(0, blank), says: line.slice(blank + 1) }])
  }
  return values
}

/** Values that a field is mostly compared with; none where that cannot be said. */
export function knownValues(field: string): readonly Choice[] {
  if (field === 'evt.type' || field === 'syscall.type') return eventChoices()
  read ??= readTable()
  const known = read.get(field)
  if (known) return known
  const found = findWritten(field)
  if ('kind' in found || found.type !== 'b') return []
  return [
    { text: 'true', says: 'It is so.' },
    { text: 'false', says: 'It is not so.' },
  ]
}

/** All events, with what each tells. */
export function eventChoices(): readonly Choice[] {
  return [...allEventNames()].map(eventChoice)
}

export function eventChoice(text: string): Choice {
  const told = parameterNames(text)
  const shown = told.length > 8 ? `${told.slice(0, 8).join(', ')} and ${told.length - 8} more` : told.join(', ')
  return { text, says: told.length === 0 ? 'Event.' : `Event. Its parameters, as evt.arg.${told[0]}: ${shown}.` }
}
