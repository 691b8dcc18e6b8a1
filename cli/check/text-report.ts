import { type LabResult, placeOf } from './lab-result.ts'

const marks = { ok: 'ok', no: 'no', untried: '--' }

/** One lab for a person: a line for each demand, and below it what falls short. */
export function labText({ id, folder, counts, demands }: LabResult): string {
  const lines = [id]
  if (counts)
    lines.push(
      `  ${[
        number(counts.checks, 'check'),
        number(counts.variants, 'variant'),
        number(counts.right, 'right attempt'),
        number(counts.wrong, 'wrong attempt'),
      ].join(', ')}`,
    )
  for (const { sentence, state, shortfalls } of demands) {
    lines.push(`  ${marks[state]}  ${sentence}`)
    for (const it of shortfalls) lines.push(`        ${placeOf(folder, it)}: ${it.message}`)
  }
  return `${lines.join('\n')}\n\n`
}

/** The line that sums all labs. */
export function summary(results: readonly LabResult[]): string {
  const held = results.filter(({ holds }) => holds).length
  const failed = results.length - held
  return `${number(held, 'lab')} ${held === 1 ? 'holds' : 'hold'}, ${failed} ${failed === 1 ? 'does' : 'do'} not.\n`
}

function number(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
