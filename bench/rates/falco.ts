import { type CompiledFalco, compileFalcoRules } from '#engine/validation/falco/alerts.ts'
import type { FalcoEvent } from '#engine/validation/falco/event.ts'
import { readFalcoEvent } from '#engine/validation/falco/events/read-event.ts'
import { readFalcoRules } from '#engine/validation/falco/read.ts'
import { generator } from '#engine/validation/fixtures/generator.ts'
import { growing, measurable, mixed } from './subject.ts'

const head = `- list: shells
  items: [bash, sh, zsh]
- macro: spawned
  condition: (evt.type in (execve, execveat) and evt.failed = false)
- macro: opened
  condition: (evt.type in (open, openat, openat2) and evt.is_open_read = true)
`
const conditions: readonly ((i: number) => string)[] = [
  i => `spawned and proc.name = tool${i} and container.id != host`,
  i => `opened and fd.name startswith /etc/part${i}/`,
  i => `spawned and proc.name in (shells) and container.name = box${i}`,
  i => `evt.type = connect and fd.sport = ${1000 + (i % 60_000)}`,
]

function rules(count: number): string {
  const rule = (i: number) =>
    `- {rule: r${i}, desc: d, condition: "${conditions[i % conditions.length]?.(i)}", output: "%proc.name %fd.name", priority: NOTICE}\n`
  return head + Array.from({ length: count }, (_, i) => rule(i)).join('')
}

function events(count: number): readonly FalcoEvent[] {
  const { next, times } = generator(61)
  return times(mixed, () => {
    const i = next(count * 2)
    const shorthand = [
      { exec: `/usr/bin/tool${i}`, container: 'web' },
      { open: `/etc/part${i}/x`, by: '/usr/bin/cat x' },
      { exec: '/bin/sh', container: `box${i}` },
      { connect: `10.0.0.1:${1000 + (i % 60_000)}` },
    ][i % conditions.length]
    const { value } = readFalcoEvent(shorthand)
    if (!value) throw new Error('An event of the bench cannot be read.')
    return value
  })
}

export const falcoRules = [
  measurable<CompiledFalco, FalcoEvent>({
    name: 'Falco rules',
    sizes: growing,
    files: count => [rules(count)],
    compile([text = '']) {
      const { value, findings } = readFalcoRules([{ name: 'rules.yaml', text }])
      const error = findings.find(({ severity }) => severity === 'error')
      if (!value || error) throw new Error(`refused: ${error?.message}`)
      return compileFalcoRules(value)
    },
    rates: [
      {
        of: 'events decided',
        sizes: [10, 100, 1_000],
        questions: events,
        ask: (falco, event) => falco.decide(event, '1700000000000000005').alerts.length,
      },
    ],
  }),
]
