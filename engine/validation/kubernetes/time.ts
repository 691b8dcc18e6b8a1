import { inTimeQuotes } from './duration.ts'

/** The parts of RFC 3339 as Go's layouts name them, what each takes and what it may be. */
const parts: readonly (readonly [layout: string, takes: RegExp, name?: string, least?: number, most?: number])[] = [
  ['2006', /^\d{4}/],
  ['-', /^-/],
  ['01', /^\d{2}/, 'month', 1, 12],
  ['-', /^-/],
  ['02', /^\d{2}/, 'day', 1, 31],
  ['T', /^T/],
  ['15', /^\d{2}/, 'hour', 0, 23],
  [':', /^:/],
  ['04', /^\d{2}/, 'minute', 0, 59],
  [':', /^:/],
  ['05', /^\d{2}/, 'second', 0, 59],
]

/**
 * What Go's `time.Parse` says of a text that has to be a time by RFC 3339; undefined when it is one. `fraction` is the part
 * of the layout for fractions of a second, where they have to be there.
 */
export function readTime(text: string, fraction = ''): string | undefined {
  const layout = `2006-01-02T15:04:05${fraction}Z07:00`
  const quoted = inTimeQuotes(text)
  const cannot = (rest: string, part: string) =>
    `parsing time ${quoted} as ${inTimeQuotes(layout)}: cannot parse ${inTimeQuotes(rest)} as ${inTimeQuotes(part)}`
  let rest = text
  const numbers: number[] = []
  let outOfRange: string | undefined
  for (const [part, takes, name, least = 0, most = 0] of parts) {
    const [taken] = takes.exec(rest) ?? []
    if (taken === undefined) return cannot(rest, part)
    if (name !== undefined && (Number(taken) < least || Number(taken) > most)) outOfRange ??= name
    if (outOfRange !== undefined) return `parsing time ${quoted}: ${outOfRange} out of range`
    if (/\d/.test(taken)) numbers.push(Number(taken))
    rest = rest.slice(taken.length)
  }
  if (fraction === '') rest = rest.replace(/^[.,]\d+/, '')
  else if (new RegExp(`^[.,]\\d{${fraction.length - 1}}`).test(rest)) rest = rest.slice(fraction.length)
  else return cannot(rest, fraction)
  const [zone] = /^(?:Z|[-+]\d{2}:\d{2})/.exec(rest) ?? []
  if (zone === undefined) return cannot(rest, 'Z07:00')
  rest = rest.slice(zone.length)
  if (rest !== '') return `parsing time ${quoted}: extra text: ${inTimeQuotes(rest)}`
  const [year = 0, month = 1, day = 1] = numbers
  return day > daysOf(year, month) ? `parsing time ${quoted}: day out of range` : undefined
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
