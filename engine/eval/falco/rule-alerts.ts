import { z } from 'zod'
import { compileFalcoRules, type FalcoSettings } from '../../validation/falco/alerts.ts'
import type { FalcoEvent } from '../../validation/falco/event.ts'
import { readFalcoRules } from '../../validation/falco/read.ts'
import { priorities } from '../../validation/falco/rule-set.ts'
import { type Evaluator, type Line, shaped, undecided } from '../evaluator.ts'
import { eventFiles, recordedEvents } from './recorded-events.ts'

const chosen = z.object({ rule: z.string().optional(), tag: z.string().optional() })
const config = z.object({
  rule_matching: z.enum(['first', 'all']).optional(),
  priority: z.string().optional(),
  json_output: z.boolean().optional(),
  time_format_iso_8601: z.boolean().optional(),
  append_output: z.unknown().optional(),
  rules: z.array(z.object({ enable: chosen.optional(), disable: chosen.optional() })).optional(),
})
const shape = z.object({
  config,
  files: z.array(z.object({ name: z.string(), content: z.string().optional() })),
})

/** What Falco writes about the recorded events. */
export const ruleAlerts: Evaluator = {
  says: 'Falco rules and settings: the alerts for each recorded event',
  beside: eventFiles,
  open(beside) {
    const events = recordedEvents(beside)
    return shaped(shape, asked => alerting(asked, events))
  },
}

function alerting({ config, files }: z.infer<typeof shape>, events: readonly FalcoEvent[]): Line {
  const missing = files.find(({ content }) => content === undefined)
  if (missing) return undecided(`The text of ${missing.name} is not there.`)
  const reading = readFalcoRules(files.map(({ name, content = '' }) => ({ name, text: content })))
  const refused = reading.files.find(({ verdict }) => verdict === 'invalid')
  if (refused || !reading.value) return { load_ok: false, error: refused?.error?.message }
  const falco = compileFalcoRules(reading.value, settingsOf(config))
  const alerts: Record<string, readonly Line[]> = {}
  for (const event of events) {
    const decided = falco.decide(event)
    const [open] = decided.undecided
    if (open !== undefined) return undecided(`The event ${event.title} does not tell whether rule ${open} alerts.`)
    if (decided.alerts.length === 0) continue
    alerts[event.title] = decided.alerts.map(({ line, priority, rule, tags }) => ({
      // The JSON form of an alert is not made here yet.
      line: config.json_output ? undecided('Alerts as JSON are not written yet.') : line,
      ...{ priority, rule, tags },
    }))
  }
  return { load_ok: true, alerts }
}

function settingsOf(asked: z.infer<typeof config>): FalcoSettings {
  const priority = priorities.find(each => each.toLowerCase() === asked.priority)
  return {
    ...(asked.rule_matching && { ruleMatching: asked.rule_matching }),
    ...(priority && { priority }),
    suggestedOutput: asked.append_output !== undefined,
    timeFormatIso: asked.time_format_iso_8601 ?? false,
    rules: (asked.rules ?? []).map(({ enable, disable }) => {
      const { rule, tag } = enable ?? disable ?? {}
      return { enable: enable !== undefined, ...(rule !== undefined && { rule }), ...(tag !== undefined && { tag }) }
    }),
  }
}
