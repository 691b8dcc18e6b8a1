import { answer } from '#engine/eval/answer.ts'
import { type Evaluate, type Line, undecided } from '#engine/eval/evaluator.ts'
import { evaluators } from '#engine/eval/evaluators.ts'
import { asLine, type Compared, type Comparison, compare } from './comparison.ts'
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
  /** Something that the questions need is not there: the figures say nothing of us. */
  readonly unasked?: true
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
    return { ...nothing, cases, wanted, ...asking }
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

function askingOf(folder: string, recording: Recording): Asking | Silent {
  const { kind } = recording
  const evaluator = Object.hasOwn(evaluators, kind) ? evaluators[kind] : undefined
  const comparison = comparisons[kind]
  if (!evaluator || !comparison) return { note: 'nothing reads it yet' }
  const beside = besideOf(folder, recording, evaluator.beside)
  if ('missing' in beside)
    return { note: `${beside.missing} is missing beside it, so nothing can be asked`, unasked: true }
  try {
    return { evaluate: evaluator.open(beside), comparison }
  } catch (fault) {
    return { note: `what lies beside it cannot be read (${wordsOf(fault)}), so nothing can be asked`, unasked: true }
  }
}

/** Why a file's lines are only counted. */
interface Silent {
  readonly note: string
  readonly unasked?: true
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
  let recorded: Line
  try {
    recorded = asLine(JSON.parse(text))
  } catch (fault) {
    return count({ id: place, decided: false, worded: false, want: `no verdict: ${wordsOf(fault)}`, got: '' }, tally)
  }
  const { verdict: said, understood } = await answer(evaluate, text)
  const verdict = understood ? said : undecided(String(said.error))
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

function wordsOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault)
}

function cut(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return text.length > shownAtMost ? `${text.slice(0, shownAtMost)}…` : text
}
