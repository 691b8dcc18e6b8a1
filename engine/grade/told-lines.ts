import { priorities } from '../validation/falco/rule-set.ts'
import { miss, pass } from './outcomes.ts'
import { placeOf, type TextOnHost } from './place-of.ts'
import type { CounterExample, Outcome, Pair } from './report.ts'

/** A line that a report may have, and when what it tells of happened, in milliseconds since 1970. */
export interface DueLine {
  readonly text: string
  readonly time: number
}

/** All that there was to tell, in its order, from one moment to another; lines differ. */
export interface Due {
  readonly lines: readonly DueLine[]
  readonly began: number
  readonly now: number
}

/** A line of the file as it was compared, and where it stands. */
interface Told {
  readonly text: string
  readonly number: number
  readonly start: number
  readonly end: number
}

/** Whether the lines of a file are those that are due, none left out between them, over so many seconds at least. */
export function toldLines(file: TextOnHost, { lines, began, now }: Due, seconds: number): Outcome {
  const where = `\`${file.path}\` on ${file.host}`
  const told = linesIn(file.text)
  const [first] = told
  if (!first) return miss(`${where} tells of nothing.`)
  const places = new Map(lines.map(({ text }, at) => [text, at]))
  const odd = told.filter(({ text }) => !places.has(text))
  if (odd.length > 0)
    return miss(
      `${odd.length} of ${told.length} lines ${odd.length === 1 ? 'is' : 'are'} not as asked:`,
      ...odd.map(line => example(file, line, 'as asked', meant(line, lines))),
    )
  const start = places.get(first.text) ?? 0
  const stray = told.find(({ text }, at) => places.get(text) !== start + at)
  if (stray) {
    const due = lines[start + told.indexOf(stray)]
    return miss(
      'Lines are missing, doubled or in another order:',
      example(file, stray, 'here', due ? due.text : 'nothing more'),
    )
  }
  const [before, after] = [lines[start - 1]?.time ?? began, lines[start + told.length]?.time ?? now]
  const span = Math.floor((after - before) / 1000)
  if (span >= seconds) return pass(`${told.length} of ${told.length} lines are as asked.`)
  return miss('The time of which it tells is too short:', {
    pairs: [
      { label: 'It has', value: `${told.length} ${told.length === 1 ? 'line' : 'lines'}`, tone: 'got' },
      { label: 'These are', value: `all of ${span} seconds`, tone: 'got' },
      { label: 'Task asks', value: `${seconds} seconds`, tone: 'want' },
    ],
  })
}

/** What Falco writes before an output: the time, as one of its two forms, and the priority. */
const lead = new RegExp(
  `^(?:\\d\\d:\\d\\d:\\d\\d\\.\\d{9}|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+\\+0000): (?:${priorities.join('|')}) `,
)

function linesIn(text: string): readonly Told[] {
  const told: Told[] = []
  let start = 0
  for (const [at, line] of text.split('\n').entries()) {
    const end = start + line.length
    if (line.trim() !== '') told.push({ text: line.replace(lead, '').trimEnd(), number: at + 1, start, end })
    start = end + 1
  }
  return told
}

const clock = /\d\d:\d\d:\d\d\.\d{9}/

/** The line that was due at the moment that a line names. */
function meant({ text }: Told, lines: readonly DueLine[]): string {
  const [time] = clock.exec(text) ?? []
  const due = time === undefined ? undefined : lines.find(each => each.text.includes(time))
  return due ? due.text : 'no line about this'
}

function example(file: TextOnHost, { text, number, start, end }: Told, lit: string, due: string): CounterExample {
  const pairs: readonly Pair[] = [
    { label: 'Line', value: String(number) },
    { label: 'It is', value: text, tone: 'got' },
    { label: 'Task asks', value: due, tone: 'want' },
  ]
  const place = placeOf(file, { start, end })
  return { pairs, decidedBy: { text: 'This line of the report.', place, lit: `not ${lit}` } }
}
