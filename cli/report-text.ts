import type { CounterExample, Report, Verdict } from '#engine/grade/report.ts'

/** What the checks found, for a person's terminal: every check with its points, and what shows each miss. */
export function reportText({ verdicts, earned, of }: Report): string {
  const width = Math.max(...verdicts.map(it => points(it).length))
  const lines = verdicts.flatMap(verdict => [
    `  ${wordOf(verdict).padEnd(12)}${points(verdict).padStart(width)}  ${verdict.title}`,
    ...detail(verdict).map(line => `    ${line}`.trimEnd()),
  ])
  return `${[...lines, '', `${earned} of ${of} points`].join('\n')}\n`
}

const words = { pass: 'Earned', miss: 'Missed', ungraded: 'Not graded' }

function wordOf({ outcome, guard, earned }: Verdict): string {
  return guard && outcome.result === 'pass' && earned === 0 ? 'Guard holds' : words[outcome.result]
}

function points({ points, earned, guard, outcome }: Verdict): string {
  if (outcome.result === 'ungraded' || (guard && outcome.result === 'pass' && earned === 0)) return ''
  return `${earned}/${points}`
}

/** Sentence and counter-examples of a check that is not earned, a line each. */
export function detail({ outcome }: Verdict): readonly string[] {
  if (outcome.result === 'pass') return []
  return [
    ...outcome.say.split('\n'),
    ...(outcome.result === 'miss' ? outcome.examples.flatMap(example => ['', ...pairs(example)]) : []),
    '',
  ]
}

function pairs({ pairs, decidedBy }: CounterExample): readonly string[] {
  const all = [...pairs, ...(decidedBy ? [{ label: 'Decided by', value: decided(decidedBy) }] : [])]
  const width = Math.max(...all.map(({ label }) => label.length))
  return all.flatMap(({ label, value }) => {
    const [first = '', ...more] = value.split('\n')
    return [`  ${label.padEnd(width)}  ${first}`, ...more.map(line => `  ${' '.repeat(width)}  ${line}`)]
  })
}

function decided({ text, place }: NonNullable<CounterExample['decidedBy']>): string {
  return place ? `${text} (${place.host}:${place.path}:${place.line})` : text
}
