import type { Evaluate, Line } from './evaluator.ts'

/** What came of one line of text. */
export interface Answered {
  readonly verdict: Line
  /** Whether the line was a question that could be read. */
  readonly understood: boolean
}

/** Answers one line of JSON. Never throws for what stands in it: then the verdict holds an `error` with one sentence. */
export async function answer(evaluate: Evaluate, text: string): Promise<Answered> {
  const line = read(text)
  if (typeof line === 'string') return { verdict: { error: line }, understood: false }
  return answerLine(evaluate, line, text)
}

/** The same for a line that is read already. */
export async function answerLine(evaluate: Evaluate, line: Line, text: string): Promise<Answered> {
  const name = Object.fromEntries(['id', 'case', 'ref'].flatMap(key => (key in line ? [[key, line[key]]] : [])))
  try {
    const verdict = await evaluate(line, text)
    return { verdict: { ...name, ...verdict }, understood: !isUnread(verdict) }
  } catch (fault) {
    // A fault of ours: the other lines are still to be answered.
    const why = fault instanceof Error ? fault.message : String(fault)
    return { verdict: { ...name, error: `This line could not be decided: ${why}` }, understood: false }
  }
}

function isUnread({ error }: Line): boolean {
  return typeof error === 'string' && error.startsWith('This line is not a question of this kind')
}

function read(text: string): Line | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (fault) {
    return `This line is not JSON: ${fault instanceof Error ? fault.message : String(fault)}`
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  return 'This line is JSON, but not an object. Write one object a line.'
}
