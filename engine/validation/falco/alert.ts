import type { FalcoAlert, FalcoSettings } from './alerts.ts'
import { type AppendOutput, extraFieldsFor, outputWith, shippedAppendOutput } from './append-output.ts'
import type { FalcoEvent } from './event.ts'
import { alertLine, compileOutput } from './format.ts'
import { compileJsonFields, jsonObject, jsonString } from './json-line.ts'
import { withoutContainerInfo } from './load/check-output.ts'
import type { FalcoRule } from './rule-set.ts'

type Alert = (event: FalcoEvent) => FalcoAlert

/** Compiles what a rule's alert says: its output with all that settings add, as a line of text or of JSON. */
export function compileAlert(rule: FalcoRule, settings: FalcoSettings): Alert {
  const { name, priority, tags } = rule
  const appended = appendedBy(settings)
  const written = withoutContainerInfo(outputWith(rule.output.text, rule, appended))
  const format = compileOutput(written)
  const timeField = settings.timeFormatIso ? 'evt.time.iso8601' : 'evt.time'
  const asJson = settings.json && compileJson(rule, written, timeField, settings)
  return event => {
    const { text: message, fields, unknown } = format(event)
    const at = event.fields.get(timeField)
    const text = alertLine(typeof at === 'string' ? at : `<${timeField}?>`, priority, message)
    const line = asJson ? asJson(event, text, message) : text
    return { rule: name, priority, tags, line, message, fields, unknown }
  }
}

function appendedBy({ appendOutput = [], suggestedOutput }: FalcoSettings): readonly AppendOutput[] {
  return suggestedOutput ? [...appendOutput, ...shippedAppendOutput] : appendOutput
}

type Line = (event: FalcoEvent, output: string, message: string) => string

function compileJson(
  { name, priority, tags }: FalcoRule,
  written: string,
  timeField: string,
  settings: FalcoSettings,
): Line {
  const { hostname, includeOutput, includeTags, includeMessage, includeOutputFields } = {
    ...{ hostname: '', includeOutput: true, includeTags: true, includeMessage: false, includeOutputFields: true },
    ...settings.json,
  }
  const own = compileJsonFields(written)
  const extra = [...extraFieldsFor({ name, tags }, appendedBy(settings))].map(([key, { format, isTyped }]) => {
    const typed = isTyped ? compileJsonFields(format) : undefined
    const text = compileOutput(format)
    return (event: FalcoEvent) =>
      [key, typed ? (typed(event).fields.get(key) ?? 'null') : jsonString(text(event).text)] as const
  })
  return (event, output, message) => {
    const time = event.fields.get('evt.rawtime')
    const nanoseconds = typeof time === 'string' ? time : 'null'
    const fields = () => [
      ...new Map([...own(event).fields, [timeField, nanoseconds], ...extra.map(make => make(event))]),
    ]
    return jsonObject([
      ['hostname', jsonString(hostname)],
      ...(includeMessage ? [['message', jsonString(message)] as const] : []),
      ...(includeOutput ? [['output', jsonString(output)] as const] : []),
      ...(includeOutputFields ? [['output_fields', jsonObject(fields())] as const] : []),
      ['priority', jsonString(priority)],
      ['rule', jsonString(name)],
      ['source', '"syscall"'],
      ...(includeTags ? [['tags', `[${tags.map(jsonString).join(',')}]`] as const] : []),
      ['time', jsonString(isoOf(event))],
    ])
  }
}

/** `2023-11-14T22:13:20.123456789Z` */
function isoOf({ fields }: FalcoEvent): string {
  const time = fields.get('evt.time.iso8601')
  return typeof time === 'string' ? time.replace('+0000', 'Z') : ''
}
