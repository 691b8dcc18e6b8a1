import type { FalcoEvent, FieldValue } from '../../validation/falco/event.ts'
import { parameterNames, parameterType, radixOf } from '../../validation/falco/event-types.ts'
import type { Beside } from '../evaluator.ts'

/** The files that a Falco question is asked about. */
export const eventFiles = ['events.jsonl', 'world.json'] as const

/** The machine that the events are said to happen on. */
export const recordedHost = 'node01'

interface RecordedEvent {
  readonly id: string
  readonly events: readonly { readonly params: Readonly<Record<string, unknown>> }[]
  readonly fields: Readonly<Record<string, string | null>>
}

interface Thread {
  readonly pid: number
  readonly ptid: number
  readonly comm: string
  readonly exe: string
  readonly exepath: string
  readonly args?: readonly string[]
}

/** Recorded field texts as values: lists parted, ancestors taken from the recorded threads, bytes from the raw event. */
export function recordedEvents(beside: Beside): readonly FalcoEvent[] {
  const world: { readonly threads: readonly Thread[] } = JSON.parse(beside('world.json'))
  const byPid = new Map(world.threads.map(thread => [thread.pid, thread]))
  const lines = beside('events.jsonl')
    .split('\n')
    .filter(line => line.trim() !== '')
  return lines.map(line => {
    const recorded: RecordedEvent = JSON.parse(line)
    const ancestors: Thread[] = []
    for (let at = byPid.get(Number(recorded.fields['proc.ppid'])); at; at = byPid.get(at.ptid)) ancestors.push(at)
    return { title: recorded.id, type: recorded.fields['evt.type'] ?? '', fields: fieldsOf(recorded, ancestors) }
  })
}

function fieldsOf({ events, fields: recorded }: RecordedEvent, ancestors: readonly Thread[]): Map<string, FieldValue> {
  const fields = new Map<string, FieldValue>(Object.entries(recorded))
  const types = recorded['fd.types']?.slice(1, -1)
  if (types !== undefined) fields.set('fd.types', types === '' ? [] : types.split(','))
  fields.delete('fd.types[0]')
  const params = events.at(-1)?.params ?? {}
  const bytes = params.data
  if (typeof bytes === 'string' && recorded['evt.buffer']) fields.set('evt.buffer', bytes)
  // Some parameters were not recorded as text; the raw event has them as numbers.
  for (const [name, value] of Object.entries(params)) {
    const text = rawText(recorded['evt.type'] ?? '', name, value)
    const key = `evt.rawarg.${name}`
    if (text !== undefined && typeof fields.get(key) !== 'string') fields.set(key, text)
  }
  for (const [name, text] of argumentsIn(recorded['evt.args'] ?? '', recorded['evt.type'] ?? ''))
    if (!fields.has(`evt.arg.${name}`)) fields.set(`evt.arg.${name}`, text)
  for (const [name, of] of Object.entries(ofAncestor)) fields.set(name, ancestors.length > 0 ? ancestors.map(of) : null)
  if (ancestors.length === 0) fields.set('proc.aenv', null)
  return fields
}

/** The parameters in `fd=12(<4>) domain=2(AF_INET)`, in the order in which the event has them: what stands in brackets counts. */
function argumentsIn(line: string, type: string): readonly (readonly [string, string])[] {
  const found: { readonly name: string; readonly at: number; readonly begins: number }[] = []
  for (const name of parameterNames(type)) {
    const before = found.at(-1)
    const sign = before ? ` ${name}=` : `${name}=`
    const at = line.indexOf(sign, before?.begins ?? 0)
    if (at !== -1) found.push({ name, at, begins: at + sign.length })
  }
  return found.map(({ name, begins }, index) => {
    const text = line.slice(begins, found[index + 1]?.at ?? line.length)
    return [name, /^-?\d+\((.*)\)$/s.exec(text)?.[1] ?? text]
  })
}

/** A number as Falco prints it; undefined for what is no number. */
function rawText(type: string, parameter: string, value: unknown): string | undefined {
  const letter = parameterType(type, parameter)
  if (typeof value !== 'number' || letter === undefined || !'ijkuvofm'.includes(letter)) return undefined
  return value.toString(value < 0 ? 10 : radixOf(type, parameter)).toUpperCase()
}

const ofAncestor: Readonly<Record<string, (thread: Thread) => string>> = {
  'proc.aname': ({ comm }) => comm,
  'proc.aexe': ({ exe }) => exe,
  'proc.aexepath': ({ exepath }) => exepath,
  'proc.acmdline': ({ comm, args = [] }) => [comm, ...args].join(' '),
  'proc.apid': ({ pid }) => String(pid),
}
