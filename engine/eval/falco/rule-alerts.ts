import { z } from 'zod'
import { compileFalcoRules, type FalcoSettings } from '../../validation/falco/alerts.ts'
import type { AppendOutput } from '../../validation/falco/append-output.ts'
import type { FalcoEvent } from '../../validation/falco/event.ts'
import { readFalcoRules } from '../../validation/falco/read.ts'
import { priorities } from '../../validation/falco/rule-set.ts'
import { type Evaluator, type Line, present, shaped, undecided } from '../evaluator.ts'
import { eventFiles, recordedEvents, recordedHost } from './recorded-events.ts'

const chosen = z.object({ rule: z.string().optional(), tag: z.string().optional() })
const flag = z.boolean().optional()
const extraField = z.union([z.string(), z.record(z.string(), z.string())])
const appended = z.object({
  match: z
    .object({ source: z.string().optional(), tags: z.array(z.string()).optional(), rule: z.string().optional() })
    .optional(),
  extra_output: z.string().optional(),
  extra_fields: z.array(extraField).optional(),
  suggested_output: flag,
})
const config = z.object({
  rule_matching: z.enum(['first', 'all']).optional(),
  priority: z.string().optional(),
  json_output: flag,
  json_include_output_property: flag,
  json_include_tags_property: flag,
  json_include_message_property: flag,
  json_include_output_fields_property: flag,
  time_format_iso_8601: flag,
  append_output: z.array(appended).optional(),
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
  const settings = settingsOf(config)
  const named = files.map(({ name, content = '' }) => ({ name, text: content }))
  const reading = readFalcoRules(named, { appendOutput: settings.appendOutput ?? [] })
  const refused = reading.files.find(({ verdict }) => verdict === 'invalid')
  if (refused || !reading.value) return { load_ok: false, error: refused?.error?.message }
  const falco = compileFalcoRules(reading.value, settings)
  const alerts: Record<string, readonly Line[]> = {}
  for (const event of events) {
    const decided = falco.decide(event)
    const [open] = decided.undecided
    if (open !== undefined) return undecided(`The event ${event.title} does not tell whether rule ${open} alerts.`)
    if (decided.alerts.length === 0) continue
    alerts[event.title] = decided.alerts.map(({ line, priority, rule, tags }) => ({ line, priority, rule, tags }))
  }
  return { load_ok: true, alerts }
}

function settingsOf(asked: z.infer<typeof config>): FalcoSettings {
  const wanted = asked.priority?.toLowerCase()
  const priority = priorities.find(each => each.toLowerCase() === (wanted === 'info' ? 'informational' : wanted))
  return {
    ...(asked.rule_matching && { ruleMatching: asked.rule_matching }),
    ...(priority && { priority }),
    appendOutput: (asked.append_output ?? []).map(appendedOf),
    timeFormatIso: asked.time_format_iso_8601 ?? false,
    ...(asked.json_output && {
      json: {
        hostname: recordedHost,
        includeOutput: asked.json_include_output_property ?? true,
        includeTags: asked.json_include_tags_property ?? true,
        includeMessage: asked.json_include_message_property ?? false,
        includeOutputFields: asked.json_include_output_fields_property ?? true,
      },
    }),
    rules: (asked.rules ?? []).map(({ enable, disable }) => {
      const { rule, tag } = enable ?? disable ?? {}
      return { enable: enable !== undefined, ...(rule !== undefined && { rule }), ...(tag !== undefined && { tag }) }
    }),
  }
}

function appendedOf({
  match,
  extra_output,
  extra_fields = [],
  suggested_output,
}: z.infer<typeof appended>): AppendOutput {
  return {
    ...(match && { match: present(match) }),
    ...(extra_output !== undefined && { extraOutput: extra_output }),
    extraFields: extra_fields.flatMap(field =>
      typeof field === 'string' ? [{ name: field }] : Object.entries(field).map(([name, format]) => ({ name, format })),
    ),
    suggestedOutput: suggested_output ?? false,
  }
}
