import type { z } from 'zod'

/** One line of a file of recorded verdicts, or an answer to it. */
export type Line = Readonly<Record<string, unknown>>

/**
 * Decides lines of one kind. It reads the fields that ask and never those that answer. What it gives has the shape of the
 * recorded line, with the fields that it can tell; `undecided` with a sentence stands where something cannot be told yet.
 * `text` is the line as written: JavaScript rounds large numbers.
 */
export type Evaluate = (line: Line, text: string) => Line | Promise<Line>

export interface Evaluator {
  /** What a line asks and what is told, in a sentence. */
  readonly says: string
  /** Files that must lie in the same folder: what happened, and the world that it happened in. */
  readonly beside?: readonly string[]
  /** Called once for many lines. Throws a fault when what lies beside cannot be read. */
  open(beside: Beside): Evaluate
}

/** The text of a file that lies beside the questions. */
export type Beside = (name: string) => string

/** What is told of a question that cannot be decided. */
export interface Undecided extends Line {
  readonly undecided: string
}

export function undecided(sentence: string): Undecided {
  return { undecided: sentence }
}

/** An evaluator whose lines have a shape; one of another shape is answered with what is wrong with it. */
export function evaluator<T>(
  says: string,
  shape: z.ZodType<T>,
  answer: (asked: T, text: string) => Line | Promise<Line>,
): Evaluator {
  return { says, open: () => shaped(shape, answer) }
}

export function shaped<T>(shape: z.ZodType<T>, answer: (asked: T, text: string) => Line | Promise<Line>): Evaluate {
  return (line, text) => {
    const read = shape.safeParse(line)
    if (read.success) return answer(read.data, text)
    const [issue] = read.error.issues
    const where = issue?.path.length ? ` at ${issue.path.join('.')}` : ''
    return { error: `This line is not a question of this kind${where}: ${issue?.message ?? 'it has another shape'}.` }
  }
}

/** The fields that have a value: what a recording leaves out, an answer leaves out. */
export function present(fields: Line): Line {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
