import { answer } from '#engine/eval/answer.ts'
import type { Evaluate } from '#engine/eval/evaluator.ts'
import { evaluators } from '#engine/eval/evaluators.ts'
import { type Compared, type Comparison, compare } from './comparison.ts'
import { comparisons } from './comparisons.ts'
import { besideOf, linesOf, type Recording } from './recordings.ts'
import { type Wanted, wantedOf } from './wanted.ts'

/** A question that came out otherwise than recorded. */
export interface Disagreement {
  readonly id: string
  readonly want: string
  readonly got: string
}

/** How one file fares; figures are numbers of cases. */
export interface Measured {
  readonly file: string
  readonly cases: number
  readonly decided: number
  readonly worded: number
  /** Per cent. */
  readonly wanted: Wanted
  readonly first?: readonly Disagreement[]
  /** What has to be known to understand the figures. */
  readonly note?: string
}

const shownAtMost = 300

export interface MeasureOptions {
  /** How many disagreements are kept. */
  readonly first?: number
  /** Hears how many lines are done. */
  readonly tell?: (lines: number) => void
}

/**
 * Asks every line of a file through the same evaluator that `breakwater eval` uses, and compares.
 */
export async function measure(
  folder: string,
  recording: Recording,
  { first: told = 3, tell = () => undefined }: MeasureOptions = {},
): Promise<Measured> {
  const { file, kind, isInput } = recording
  const nothing = { file, cases: 0, decided: 0, worded: 0 }
  if (isInput) return { ...nothing, wanted: { decided: null, worded: null }, note: 'what cases need; it holds none' }
  const wanted = wantedOf(kind)
  const asking = askingOf(folder, recording)
  if ('note' in asking) {
    let cases = 0
    for await (const _ of linesOf(folder, recording)) cases++
    return { ...nothing, cases, wanted, note: asking.note }
  }
  const tally = newTally(told)
  let lines = 0
  for await (const text of linesOf(folder, recording)) {
    tell(++lines)
    await askLine(asking, text, `line ${lines}`, tally)
  }
  const { leftOut, first, told: _, ...figures } = tally
  const reasons = [...leftOut].map(([reason, count]) => `${count} left out: ${reason}`)
  return {
    ...{ file, ...figures, wanted },
    ...(first.length > 0 && { first }),
    ...(reasons.length > 0 && { note: reasons.join('; ') }),
  }
}

interface Asking {
  readonly evaluate: Evaluate
  readonly comparison: Comparison
}

function askingOf(folder: string, recording: Recording): Asking | { readonly note: string } {
  const { kind } = recording
  const evaluator = Object.hasOwn(evaluators, kind) ? evaluators[kind] : undefined
  const comparison = comparisons[kind]
  if (!evaluator || !comparison) return { note: 'nothing reads it yet' }
  const beside = besideOf(folder, recording, evaluator.beside)
  if ('missing' in beside) return { note: `${beside.missing} is missing beside it, so nothing can be asked` }
  return { evaluate: evaluator.open(beside), comparison }
}

interface Tally {
  cases: number
  decided: number
  worded: number
  readonly told: number
  readonly first: Disagreement[]
  readonly leftOut: Map<string, number>
}

function newTally(told: number): Tally {
  return { cases: 0, decided: 0, worded: 0, told, first: [], leftOut: new Map() }
}

async function askLine({ evaluate, comparison }: Asking, text: string, place: string, tally: Tally): Promise<void> {
  const recorded = JSON.parse(text)
  const { verdict } = await answer(evaluate, text)
  const reason = comparison.leftOut?.(recorded, verdict)
  if (reason !== undefined) {
    tally.leftOut.set(reason, (tally.leftOut.get(reason) ?? 0) + 1)
    return
  }
  const id = String(recorded.id ?? recorded.case ?? recorded.ref ?? recorded.cond ?? recorded.format ?? place)
  for (const compared of compare(comparison, recorded, verdict, id)) count(compared, tally)
}

function count({ id, decided, worded, want, got }: Compared, tally: Tally): void {
  tally.cases++
  if (decided) tally.decided++
  if (worded) tally.worded++
  else if (tally.first.length < tally.told) tally.first.push({ id, want: cut(want), got: cut(got) })
}

function cut(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return text.length > shownAtMost ? `${text.slice(0, shownAtMost)}…` : text
}
