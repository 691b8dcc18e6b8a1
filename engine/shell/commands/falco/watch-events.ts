import { eventsBetween } from '../../../cluster/events/events-between.ts'
import type { LiveFalco } from '../../../cluster/falco/command.ts'
import { appendLog } from '../../../cluster/services/append-log.ts'
import { write } from '../../../cluster/services/journal.ts'
import type { FalcoAlert } from '../../../validation/falco/alerts.ts'
import { priorities } from '../../../validation/falco/rule-set.ts'
import { leaveOf } from '../../interpreter/leave.ts'
import { type CommandContext, failed, type Result, succeeded } from '../command.ts'

/** It looks no longer than this, in seconds of the world. */
const longest = 3600

/** Shows alerts for what happens while the world's time passes, and counts them at the end. */
export async function watchEvents(
  context: CommandContext,
  live: LiveFalco,
  messages: readonly string[],
): Promise<Result> {
  const { world, host, stdout, stderr } = context
  const { config, rules, seconds } = live
  const tellSyslog = (texts: readonly string[]) =>
    write(
      world,
      host,
      texts.map(text => ({ at: world.clock, unit: 'session-1.scope', from: 'falco[2310]', text, syslog: 'falco' })),
    )
  if (config.log.syslog) tellSyslog(messages)
  if (seconds === undefined && stdout.tty) await stderr.write('(Falco waits for events. Ctrl+C ends it.)\n')
  const until = world.clock + Math.min(seconds ?? longest, longest) * 1000
  const seen: FalcoAlert[] = []
  try {
    while (world.clock < until) {
      const before = world.clock
      await context.sleep(Math.min(1000, until - before))
      await context.work(1)
      if (world.clock === before)
        return failed('falco: no time passes for a job in the background. Run it in a second terminal.\n')
      const alerts = eventsBetween(world, host.name, before, world.clock).flatMap(
        ({ event }) => rules.compiled?.decide(event).alerts ?? [],
      )
      if (alerts.length === 0) continue
      seen.push(...alerts)
      const lines = alerts.map(({ line }) => `${line}\n`).join('')
      if (config.outputs.syslog) tellSyslog(alerts.map(({ line }) => line))
      if (config.outputs.file !== undefined) appendLog(host, context.at(config.outputs.file), lines, world.clock)
      if (config.outputs.stdout) await stdout.write(lines)
    }
  } catch (thrown) {
    if (leaveOf(thrown)?.leave === 'interrupted') await stdout.write(counted(seen, live))
    throw thrown
  }
  if ((seconds ?? Number.POSITIVE_INFINITY) > longest)
    await stderr.write('Stopped after an hour. Give a time with -M.\n')
  await stderr.write(
    'Syscall event drop monitoring:\n   - event drop detected: 0 occurrences\n   - num times actions taken: 0\n',
  )
  await stdout.write(counted(seen, live))
  return succeeded
}

/** What Falco prints at its end. */
function counted(alerts: readonly FalcoAlert[], { rules }: LiveFalco): string {
  const count = (isMeant: (alert: FalcoAlert) => boolean) => alerts.filter(isMeant).length
  const short = (priority: string) => (priority === 'Informational' ? 'INFO' : priority.toUpperCase())
  const row = (name: string, number: number) => (number === 0 ? '' : `   ${name}: ${number}\n`)
  return [
    `Events detected: ${alerts.length}\n`,
    'Rule counts by severity:\n',
    ...priorities.map(each =>
      row(
        short(each),
        count(({ priority }) => priority === each),
      ),
    ),
    'Triggered rules by rule name:\n',
    ...(rules.reading.value?.rules ?? []).map(({ name }) =>
      row(
        name,
        count(({ rule }) => rule === name),
      ),
    ),
  ].join('')
}
