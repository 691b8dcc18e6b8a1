import type { Line } from '#engine/eval/evaluator.ts'

/**
 * What counts in a kind of recorded lines. Answers have the shape of the recordings, so that the same few fields are taken
 * from both; where the two differ in shape all the same, `recorded` brings a recording into that of an answer.
 */
export interface Comparison {
  /** The questions of a line, in the recording and in the answer alike; without it, the line is the question. */
  readonly each?: (line: Line) => readonly unknown[]
  /** Whether a line, or one of its questions, asks something. */
  readonly asks?: (recorded: Line) => boolean
  readonly recorded?: (recorded: Line) => Line
  /** The verdict. */
  readonly decided: (it: Line, recorded: Line) => unknown
  /** The texts; without them, what is decided is worded. */
  readonly worded?: (it: Line, recorded: Line) => unknown
  /** Why a line is not compared at all; such lines are counted. */
  readonly leftOut?: (recorded: Line, answer: Line) => string | undefined
}

/** One question: what was recorded and what was answered, where they differ. */
export interface Compared {
  readonly id: string
  readonly decided: boolean
  readonly worded: boolean
  readonly want?: unknown
  readonly got?: unknown
}

/** Compares a recorded line with the answer to it: one result for each of its questions. */
export function compare(comparison: Comparison, recorded: Line, answer: Line, id: string): readonly Compared[] {
  const { each, asks = () => true } = comparison
  const loose = isLoose(recorded)
  if (!each) return asks(recorded) ? [compareOne(comparison, recorded, answer, id, loose)] : []
  const answers = each(answer)
  return each(recorded).flatMap((it, index) => {
    const item = asLine(it)
    if (!asks(item)) return []
    const got = index < answers.length ? asLine(answers[index]) : answer
    return [compareOne(comparison, item, got, `${id}[${index}]`, loose || isLoose(item))]
  })
}

function compareOne(comparison: Comparison, line: Line, answer: Line, id: string, loose: boolean): Compared {
  const { recorded: shape = it => it, decided, worded } = comparison
  const recorded = shape(line)
  const verdict = { want: decided(recorded, recorded), got: decided(answer, recorded) }
  if (typeof answer.undecided === 'string')
    return { id, decided: false, worded: false, want: verdict.want, got: `undecided: ${answer.undecided}` }
  if (!isEqual(verdict.want, verdict.got)) {
    const got = verdict.got === undefined ? answer : verdict.got
    return { id, decided: false, worded: false, want: verdict.want, got }
  }
  const texts = worded && !loose ? { want: worded(recorded, recorded), got: worded(answer, recorded) } : undefined
  if (texts && !isEqual(texts.want, texts.got)) return { id, decided: true, worded: false, ...texts }
  return { id, decided: true, worded: true }
}

/** What came out differently when it was recorded again is marked: only its verdict counts. */
function isLoose(recorded: Line): boolean {
  return Object.entries(recorded).some(
    ([key, value]) => value && (['unstable', 'varies', 'unordered'].includes(key) || key.endsWith('Varies')),
  )
}

export function asLine(value: unknown): Line {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : { value }
}

/** The list under a key. */
export function listAt(key: string): (line: Line) => readonly unknown[] {
  return line => {
    const value = line[key]
    return Array.isArray(value) ? value : []
  }
}

/** The values of some fields. */
export function fields(...keys: readonly string[]): (line: Line) => unknown {
  return line => Object.fromEntries(keys.map(key => [key, line[key]]))
}

/** Equal as JSON: the order of keys, and in which place a scheme was made, do not matter. */
export function isEqual(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  const text = JSON.stringify(value, (_, it: unknown) => {
    if (typeof it === 'string') return it.replace(/ in scheme "[^"]*"/g, ' in scheme "…"')
    if (typeof it !== 'object' || it === null || Array.isArray(it)) return it
    return Object.fromEntries(Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
  return text ?? ''
}
