import { type AppendOutput, outputWith } from '../append-output.ts'
import { placeIn } from '../mapped-text.ts'
import { parseOutput } from '../output.ts'
import type { RuleDefinition } from './collector.ts'
import { deprecatedFields } from './condition-advice.ts'
import { type Notify, noticeOf } from './notice.ts'

const containerInfo = '%container.info'

/** Falco takes this word out of every output. */
export function withoutContainerInfo(output: string): string {
  return output.replaceAll(containerInfo, '')
}

/** Looks at a rule's output, with what is put behind it, as Falco does before it looks at its condition. */
export function checkOutput(definition: RuleDefinition, appended: readonly AppendOutput[], notify: Notify): void {
  const { output, name: rule, context, outputContext } = definition
  const text = outputWith(output.text, definition, appended)
  const placed = (at: number, length: number) => placeIn(output, at, at + length)
  if (text.includes(containerInfo)) {
    const message =
      '%container.info is deprecated and no more useful, and will be dropped by Falco 1.0.0. The container plugin will automatically add required fields to the output message.'
    const place = placed(text.indexOf(containerInfo), containerInfo.length)
    notify(noticeOf('falco-deprecated', message, context, { data: { field: 'container.info' }, place }))
  }
  const read = parseOutput(withoutContainerInfo(text))
  if ('fault' in read) {
    const { message, start, end } = read.fault
    const field = /^%\d*([a-zA-Z][\w.]*)/.exec(text.slice(start, end))?.[1]?.replace(/\.+$/, '')
    const data = { rule, ...(field && { field }) }
    notify(noticeOf('falco-bad-output', message, outputContext, { data, place: placeIn(output, start, end) }))
    return
  }
  for (const field of deprecatedFields.keys())
    if (text.includes(field)) {
      const message = `usage of deprecated field '${field}' has been detected in the rule output`
      const place = placed(text.indexOf(field), field.length)
      notify(noticeOf('falco-deprecated', message, outputContext, { data: { field }, place }))
    }
}
