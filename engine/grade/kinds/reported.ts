import { z } from 'zod'
import { eventsBetween } from '../../cluster/events/events-between.ts'
import { textOf, type World } from '../../cluster/world.ts'
import { compileFalcoRules } from '../../validation/falco/alerts.ts'
import { readFalcoRules } from '../../validation/falco/read.ts'
import type { FalcoReading } from '../../validation/falco/rule-set.ts'
import { type Context, defineKind, type Fault } from '../kind.ts'
import { miss, ungraded } from '../outcomes.ts'
import type { Outcome } from '../report.ts'
import { absolutePath, hostName } from '../schema-parts.ts'
import { type Due, type DueLine, toldLines } from '../told-lines.ts'

const schema = z
  .strictObject({
    path: absolutePath.meta({ description: 'The file with the report.', examples: ['/opt/falco/report.txt'] }),
    condition: z
      .string()
      .min(1)
      .meta({
        description: 'What it is about: a condition of Falco, without macros and lists.',
        examples: ['evt.type = connect and container.id != host'],
      }),
    output: z
      .string()
      .min(1)
      .meta({
        description: 'The form of each line, with `%evt.time` in it.',
        examples: ['%evt.time,%user.name,%proc.cmdline'],
      }),
    seconds: z
      .int()
      .min(1)
      .max(3600)
      .meta({ description: 'The least time of which it has to tell, without a gap.', examples: [30] }),
    host: hostName.optional(),
  })
  .describe('Whether a file tells of everything of one sort that happened on a host for some time, line by line.')
type Expectation = z.infer<typeof schema>

/**
 * `reported: { path: /opt/report.txt, condition: evt.type = connect and …, output: "%evt.time,%user.name", seconds: 30 }`:
 * the lines of a file are what Falco says of events that happened on a host, all of them, over a time that is long enough.
 * What Falco writes before an output, time and priority, may stand there as well. By which rule they were found is not
 * asked.
 */
export const reported = defineKind({ schema, faults, grade })

function faults({ condition, output }: Expectation): readonly Fault[] {
  const wrong = readingOf(condition, output).findings.filter(({ severity }) => severity === 'error')
  if (wrong.length > 0) return wrong.map(({ message }) => ({ path: [], message: `Falco: ${message}` }))
  if (output.includes('%evt.time')) return []
  return [{ path: ['output'], message: 'Lines have to differ. Put `%evt.time` into the output.' }]
}

function readingOf(condition: string, output: string): FalcoReading {
  const rule = { rule: 'asked', desc: 'asked', condition, output, priority: 'DEBUG' }
  return readFalcoRules([{ name: 'asked', text: JSON.stringify([rule]) }], { appendOutput: [] })
}

function grade(expectation: Expectation, { world, host: usual }: Context): Outcome {
  const { path, condition, output, seconds } = expectation
  const host = world.hosts.get(expectation.host ?? usual)
  const rules = readingOf(condition, output).value
  if (!host) return ungraded(`there is no host ${expectation.host ?? usual}`)
  if (!rules) return ungraded('the condition could not be read')
  const found = textOf(host, path)
  if ('problem' in found) return miss(`There is no report in \`${path}\` on ${host.name}.`)
  const due = dueOn(world, host.name, compileFalcoRules(rules))
  if ('unknown' in due) return ungraded(due.unknown)
  return toldLines({ host: host.name, path: found.path, text: found.text }, due, seconds)
}

/** What there was to tell from the beginning of the attempt until now. */
function dueOn(
  world: World,
  host: string,
  falco: ReturnType<typeof compileFalcoRules>,
): Due | { readonly unknown: string } {
  const lines: DueLine[] = []
  for (const { event, time } of eventsBetween(world, host, world.began, world.clock)) {
    const { alerts, undecided } = falco.decide(event)
    if (undecided.length > 0) return { unknown: `“${event.title}” does not tell what the condition asks` }
    for (const { message } of alerts) lines.push({ text: message, time })
  }
  return { lines, began: world.began, now: world.clock }
}
