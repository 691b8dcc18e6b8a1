import { readFalcoEvent } from '../../validation/falco/events/read-event.ts'
import type { Finding, Reading } from '../../yaml/finding.ts'
import type { Path } from '../../yaml/range.ts'
import type { Happening, When } from './happening.ts'

const times = ['at', 'every', 'from', 'until'] as const

/** No attempt lasts longer, in seconds. */
const longest = 86_400

/**
 * Reads what a lab lets happen: `{ at: 20, exec: /bin/sh, … }` once, `{ every: 7, from: 3, until: 60, open: /etc/shadow, … }`
 * again and again. Beside the times stands an event as checks write it, or `event` with the name of one.
 */
export function readHappening(written: unknown, path: Path): Reading<Happening> {
  const findings: Finding[] = []
  const report = (message: string, key?: string) => {
    const at = key === undefined ? path : [...path, key]
    findings.push({ code: 'bad-event', severity: 'error', path: at, message, data: {} })
  }
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    report('This is no event. Write it as { every: 7, open: /etc/shadow, by: cat /etc/shadow }.')
    return { findings }
  }
  const entries = Object.entries(written)
  // A connection comes from an address, which is text.
  const isTime = ([key, value]: readonly [string, unknown]) =>
    times.some(each => each === key) && !(key === 'from' && typeof value === 'string' && /[.:]/.test(value))
  const given = new Map<string, unknown>(entries.filter(entry => isTime(entry) || entry[0] === 'event'))
  const seconds = (key: (typeof times)[number], least: number): number | undefined => {
    const value = given.get(key)
    if (value === undefined) return undefined
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= longest) return value
    report(`This must be a whole number of seconds, ${least} to ${longest}.`, key)
    return undefined
  }
  const [at, every, from = 0, until] = [seconds('at', 0), seconds('every', 1), seconds('from', 0), seconds('until', 0)]
  if (given.has('at') === given.has('every'))
    report(
      'An event needs `at` (once) or `every` (again and again), in seconds after the attempt began. Write one of them.',
    )
  if (given.has('at'))
    for (const key of ['from', 'until'] as const)
      if (given.has(key)) report(`What happens once has no \`${key}\`. Take it out, or write \`every\`.`, key)
  if (until !== undefined && until < from) report('This is before it happens first. Take a later second.', 'until')
  const rest = Object.fromEntries(entries.filter(entry => !isTime(entry)))
  const isNamed = given.has('event')
  if (isNamed && Object.keys(rest).length > 1)
    report('A named event has nothing beside its times. Take the rest out.', 'event')
  const read = isNamed ? readFalcoEvent(given.get('event'), [...path, 'event']) : readFalcoEvent(rest, path)
  findings.push(...read.findings)
  const when: When | undefined =
    at !== undefined ? { at } : every === undefined ? undefined : { every, from, ...(until !== undefined && { until }) }
  if (findings.length > 0 || !read.value || !when) return { findings }
  return { value: { event: read.value, ...when }, findings }
}
