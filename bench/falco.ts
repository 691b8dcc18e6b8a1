import { compileFalcoRules } from '#engine/validation/falco/alerts.ts'
import type { FalcoEvent } from '#engine/validation/falco/event.ts'
import { readFalcoEvent } from '#engine/validation/falco/events/read-event.ts'
import { readFalcoRules } from '#engine/validation/falco/read.ts'

const head = `- list: shells
  items: [bash, sh, zsh, ash]
- macro: container
  condition: (container.id != host)
- macro: spawned
  condition: (evt.type in (execve, execveat) and evt.failed = false)
- macro: opened_to_read
  condition: (evt.type in (open, openat, openat2) and evt.is_open_read = true and fd.typechar = 'f' and fd.num >= 0)
- macro: opened_to_write
  condition: (evt.type in (open, openat, openat2) and evt.is_open_write = true and fd.typechar = 'f' and fd.num >= 0)
`

/** Rules of the kinds that people have, as many of each; of other event types there are more rules than of those asked about. */
const conditions: readonly ((i: number) => string)[] = [
  i => `spawned and container and proc.name in (shells) and not proc.pname in (sshd, tool${i})`,
  i => `opened_to_read and container and fd.name startswith /srv/part${i}/`,
  i => `opened_to_write and fd.directory = /etc/part${i} and not proc.name in (dpkg, apt)`,
  i => `evt.type = connect and container and fd.sport = ${2000 + i} and not proc.name = curl`,
  i => `evt.type in (rename, renameat) and proc.name = mover${i}`,
  i => `evt.type in (ptrace, setns, unshare) and container and proc.name != runc${i}`,
]

function rules(count: number): string {
  const rule = (i: number) => `- rule: Rule ${i}
  desc: Something that should not be
  condition: >
    ${conditions[i % conditions.length]?.(i)}
  output: Something is odd (user=%user.name container=%container.name file=%fd.name command=%proc.cmdline)
  priority: WARNING
  tags: [container, bench]
`
  return head + Array.from({ length: count }, (_, i) => rule(i)).join('')
}

/** Events of which few alert. */
function events(): readonly FalcoEvent[] {
  const shorthands = Array.from({ length: 600 }, (_, i) => [
    { open: `/var/lib/app/data${i}`, by: '/usr/bin/app serve', container: 'web' },
    { write: `/tmp/cache${i}`, by: '/usr/bin/app serve' },
    { exec: `/usr/bin/tool${i} --quiet`, container: 'web' },
    { exec: `/usr/bin/cron${i}` },
    { connect: `10.0.0.${i % 250}:${i % 60 === 0 ? 2003 : 443}`, by: '/usr/bin/app serve', container: 'web' },
  ])
  return shorthands.flat().map(shorthand => {
    const { value, findings } = readFalcoEvent(shorthand)
    if (!value) throw new Error(`An event of the bench cannot be read: ${findings[0]?.message}`)
    return value
  })
}

/** Milliseconds of one core's time to load 100 rules, and how many events of a mixed stream a second decides against 30 and 300. */
export function falco(rounds: number): Record<string, number> {
  const stream = events()
  return {
    'load 100 rules': loading(rules(100)),
    'against 30 rules': rate(rules(30), stream, rounds),
    'against 300 rules': rate(rules(300), stream, rounds),
  }
}

function loading(text: string): number {
  const files = [{ name: 'rules.yaml', text }]
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 20; run++) {
    const start = process.cpuUsage()
    const { value, files: verdicts } = readFalcoRules(files)
    if (!value || verdicts.some(({ verdict }) => verdict === 'invalid')) throw new Error('The rules are refused.')
    compileFalcoRules(value)
    best = Math.min(best, spent(start))
  }
  return best
}

function rate(text: string, stream: readonly FalcoEvent[], rounds: number): number {
  const { value } = readFalcoRules([{ name: 'rules.yaml', text }])
  if (!value) throw new Error('The rules are refused.')
  const decider = compileFalcoRules(value)
  let best = 0
  for (let run = 0; run < 5; run++) {
    const start = process.cpuUsage()
    let alerts = 0
    for (let round = 0; round < rounds; round++)
      for (const event of stream) alerts += decider.decide(event, '1700000000000000005').alerts.length
    if (alerts === 0) throw new Error('No event alerts, so nothing was measured.')
    best = Math.max(best, (rounds * stream.length * 1000) / spent(start))
  }
  return Math.round(best)
}

/** Milliseconds of CPU time. */
function spent(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
