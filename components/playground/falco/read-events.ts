import type { FalcoEvent } from '#engine/validation/falco/event.ts'
import { readFalcoEvent } from '#engine/validation/falco/events/read-event.ts'
import { linesIn } from '#engine/yaml/place.ts'
import { readYaml } from '#engine/yaml/read-yaml.ts'
import { counted } from '../decide/place.ts'

/** Events that are looked at: each is put to every rule, whenever a letter changes. */
const MAX_EVENTS = 100
/** Characters of their text. */
const MAX_TEXT = 64 * 1024

export interface WrittenEvent {
  /** Its lines in the text, counted from 1. */
  readonly lines: readonly [from: number, to: number]
  readonly event?: FalcoEvent
  /** What to put right. */
  readonly problem?: string
}

export interface WrittenEvents {
  readonly events: readonly WrittenEvent[]
  /** What is wrong with the text as a whole. */
  readonly trouble?: string
}

/** Reads a YAML list of short-hands, as labs write them. */
export function readEvents(text: string): WrittenEvents {
  if (text.trim() === '') return { events: [] }
  if (text.length > MAX_TEXT) return { events: [], trouble: 'The events are too long. Take some out.' }
  const { documents, findings } = readYaml(text)
  const lines = linesIn(text)
  const fault = findings.find(({ severity }) => severity === 'error')
  if (fault) {
    const where = fault.range ? `Line ${lines(fault.range).line}: ` : ''
    return { events: [], trouble: `${where}${fault.message}` }
  }
  const [document] = documents
  const list = document?.value
  if (!document || list === null) return { events: [] }
  if (!Array.isArray(list))
    return { events: [], trouble: 'Events are a list. Write each behind a dash: - shell-in-container.' }
  const events = list.slice(0, MAX_EVENTS).map((written: unknown, at): WrittenEvent => {
    const { line = 1, endLine = 1 } = lines(document.rangeOf([at]) ?? { start: 0, end: 0 })
    const { value: event, findings: faults } = readFalcoEvent(written, [at])
    const [first] = faults
    const key = first && first.path.length > 1 ? `${first.path.slice(1).join('.')}: ` : ''
    return {
      lines: [line, endLine],
      ...(event && { event }),
      ...(first && { problem: `${key}${first.message}` }),
    }
  })
  const more = list.length - MAX_EVENTS
  return {
    events,
    ...(more > 0 && { trouble: `${counted(more, 'event')} behind the first ${MAX_EVENTS} are left out.` }),
  }
}
