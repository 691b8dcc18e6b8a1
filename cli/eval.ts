import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { answer } from '#engine/eval/answer.ts'
import type { Evaluator } from '#engine/eval/evaluator.ts'
import { evaluatorOf, evaluators } from '#engine/eval/evaluators.ts'
import { type ExitCode, refuse, type Surroundings } from './surroundings.ts'

export interface EvalOptions {
  readonly list?: boolean
  /** Questions are printed, and nothing is asked. */
  readonly example?: boolean
  /** The folder of the files that questions of this kind are asked about. */
  readonly beside?: string
}

/**
 * Answers questions, one JSON object a line, with one verdict a line, in the shape in which verdicts of the real components
 * are recorded.
 *
 * @returns 0 when every line was a question, 1 when one was not, 2 when nothing could be asked
 */
export async function evalLines(
  kind: string | undefined,
  options: EvalOptions,
  around: Surroundings,
): Promise<ExitCode> {
  if (options.list) {
    for (const [name, { says }] of Object.entries(evaluators)) around.stdout.write(`${name.padEnd(34)} ${says}\n`)
    return 0
  }
  if (kind === undefined)
    return refuse(around, 'Name the kind of the questions. “breakwater eval --list” tells which there are.')
  const found = evaluatorOf(kind.replace(/\.jsonl$/, ''))
  if (!found) return refuse(around, `There is no kind ${kind}. “breakwater eval --list” tells which there are.`)
  if (options.example) {
    for (const question of around.questions[found.kind] ?? []) around.stdout.write(`${question}\n`)
    return 0
  }
  const evaluate = opened(found.kind, found.evaluator, options.beside, around)
  if (typeof evaluate === 'string') return refuse(around, evaluate)

  let code: ExitCode = 0
  for await (const line of createInterface({ input: around.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const { verdict, understood } = await answer(evaluate, line)
    if (!understood) code = 1
    if (!around.stdout.write(`${JSON.stringify(verdict)}\n`)) await once(around.stdout, 'drain')
  }
  return code
}

function opened(kind: string, { open, beside = [] }: Evaluator, named: string | undefined, { root }: Surroundings) {
  const recordings = process.env.BREAKWATER_CONFORMANCE ?? join(root, '../shared/conformance')
  const folder = resolve(named ?? join(recordings, dirname(kind)))
  const missing = beside.find(name => !existsSync(join(folder, name)))
  if (missing !== undefined)
    return `Questions of the kind ${kind} are asked about ${beside.join(' and ')}, and there is no ${missing} in ${named ?? folder}. Name their folder with --beside.`
  try {
    return open(name => readFileSync(join(folder, name), 'utf8'))
  } catch (fault) {
    const why = fault instanceof Error ? fault.message.split('\n')[0] : String(fault)
    return `What lies in ${folder} cannot be read (${why}). Name another folder with --beside.`
  }
}
