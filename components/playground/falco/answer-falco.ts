import { type CompiledFalco, compileFalcoRules, type FalcoSettings } from '#engine/validation/falco/alerts.ts'
import { shippedAppendOutput } from '#engine/validation/falco/append-output.ts'
import { loadResultText } from '#engine/validation/falco/load-result.ts'
import { readFalcoRules } from '#engine/validation/falco/read.ts'
import type { FalcoReading } from '#engine/validation/falco/rule-set.ts'
import { marksOf } from '../../workbench/findings/marks.ts'
import { counted } from '../decide/place.ts'
import { eventWords } from './event-words.ts'
import type { AlertRow, AskedFalco, EventRow, FalcoReply, NamedRules, ShownAs } from './falco.ts'
import { firingOf } from './firing.ts'
import { readEvents, type WrittenEvent } from './read-events.ts'
import { rulesAt } from './rules-at.ts'
import { spotsIn } from './spots-in.ts'

/** Characters of rules that are read: more would keep the page waiting. */
const MAX_RULES = 200_000
/** Characters of what Falco prints of a file. */
const MAX_SAID = 20_000
/** Alerts that are listed. */
const MAX_ALERTS = 200
/** The first event happens at this time, the others a second after each other: 08:00:00, in nanoseconds since 1970. */
const BEGIN = 1_795_248_000n * 1_000_000_000n

interface Held {
  readonly key: string
  readonly reading: FalcoReading
}

/** The rules that were read last and those before: most questions come after each other to the same rules. */
let held: readonly Held[] = []

function read(files: readonly NamedRules[], { suggested }: ShownAs): FalcoReading {
  const key = JSON.stringify([files, suggested])
  const known = held.find(it => it.key === key)
  const reading = known?.reading ?? readFalcoRules(files, { appendOutput: suggested ? shippedAppendOutput : [] })
  held = [{ key, reading }, ...held.filter(it => it.key !== key)].slice(0, 2)
  return reading
}

/** What Falco makes of rules and events. Its work is bounded, whatever is written. */
export function answerFalco(asked: AskedFalco): FalcoReply {
  const { files, before, shown } = asked
  const length = files.reduce((sum, it) => sum + it.text.length, 0)
  if (length > MAX_RULES) return { ...nothing, summary: 'The rules are too long to be read here.' }
  const reading = read(files, shown)
  const starts = files.length > 0 && reading.files.every(it => it.verdict !== 'invalid')
  const own = {
    starts,
    files: files.map(({ name, text }) => {
      const verdict = reading.files.find(it => it.file === name)
      const says = verdict && verdict.verdict !== 'ok' ? loadResultText(verdict, files).slice(0, MAX_SAID) : undefined
      return {
        ...{
          name,
          marks: marksOf(
            text,
            reading.findings.filter(it => it.file === name),
          ),
        },
        ...(says !== undefined && { says }),
      }
    }),
    summary: summaryOf(reading, starts),
  }
  const base = starts ? files : before
  if (!base) return { ...nothing, ...own }
  return { ...askedOf(base, starts ? reading : read(base, shown), asked), ...own }
}

const nothing: FalcoReply = {
  ...{ starts: false, files: [], summary: '', events: [], alerts: [], rules: [] },
  left: { alerts: 0, rules: 0 },
}

function summaryOf({ value }: FalcoReading, starts: boolean): string {
  if (!starts) return 'Falco does not start with this.'
  const { rules = [], macros = [], lists = [] } = value ?? {}
  return `Falco loads ${counted(rules.length, 'rule')}, ${counted(macros.length, 'macro')} and ${counted(lists.length, 'list')}.`
}

type Decided = Omit<FalcoReply, 'starts' | 'files' | 'summary'>

function askedOf(files: readonly NamedRules[], { value }: FalcoReading, asked: AskedFalco): Decided {
  const set = value ?? { rules: [], macros: [], lists: [] }
  const settings = settingsOf(asked.shown)
  const falco = compileFalcoRules(set, settings)
  const written = readEvents(asked.events)
  const told = written.events.map((each, at) => toldOf(falco, each, at))
  const alerts = told.flatMap(it => it.alerts)
  const spots = spotsIn(files)
  const looked = written.events[asked.event]?.event
  const at = looked && rulesAt({ set, settings, files, spots }, looked, told[asked.event]?.row, asked.rule)
  return {
    ...(written.trouble !== undefined && { trouble: written.trouble }),
    events: told.map(it => it.row),
    alerts: alerts.slice(0, MAX_ALERTS),
    rules: at?.rows ?? [],
    left: { alerts: Math.max(alerts.length - MAX_ALERTS, 0), rules: at?.left ?? 0 },
    ...(at?.why && { why: at.why }),
    firing: firingOf(set.rules, falco, spots),
  }
}

function settingsOf({ matching, least, json, suggested }: ShownAs): FalcoSettings {
  return {
    ...{ ruleMatching: matching, priority: least, appendOutput: suggested ? shippedAppendOutput : [] },
    ...(json && { json: { hostname: 'node01' } }),
  }
}

/** What an event alerts for. */
function toldOf(falco: CompiledFalco, { event, lines, problem }: WrittenEvent, at: number) {
  if (!event) {
    const row: EventRow = {
      title: '',
      type: '',
      lines,
      alerts: [],
      open: [],
      ...(problem !== undefined && { problem }),
    }
    return { row, alerts: [] }
  }
  const { alerts, undecided } = falco.decide(event, String(BEGIN + BigInt(at) * 1_000_000_000n))
  const row: EventRow = {
    title: eventWords(event),
    type: event.type,
    lines,
    alerts: alerts.map(it => it.rule),
    open: undecided,
  }
  return { row, alerts: alerts.map(({ rule, priority, line }): AlertRow => ({ event: at, rule, priority, line })) }
}
