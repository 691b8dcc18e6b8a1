import type { FlagTable } from './flag.ts'
import { errorOf, type Judged, type Outcome, type Problem, type Stage } from './judged.ts'
import { type Options, readOptions } from './options.ts'

/** Steps in their order; the first that does not go on decides. */
export type Stages = readonly (readonly [stage: Stage, step: (options: Options) => Outcome])[]

/** Reads a command line and goes through the steps of a start. Never throws for what stands in it. */
export function runStages(words: readonly string[], table: FlagTable, stages: Stages): Judged {
  const options = readOptions(words, table)
  const { deprecations } = options.parsed
  for (const [stage, step] of stages) {
    const outcome = step(options)
    if (!outcome) {
      const prints = stage === 'args' ? printedInstead(options) : undefined
      if (prints) return { ok: true, options, deprecations, prints }
      continue
    }
    if ('undecided' in outcome) return outcome
    const problem = outcome.problems.find(({ flag }) => flag !== undefined)
    const word = blamed(words, options, stage, problem)
    const error = errorOf(outcome)
    return { ok: false, stage, error, options, deprecations, ...outcome, ...(word !== undefined && { word }) }
  }
  return { ok: true, options, deprecations }
}

function printedInstead(options: Options): 'help' | 'version' | undefined {
  if (options.bool('help')) return 'help'
  return ['true', 'raw'].includes(options.text('version')) ? 'version' : undefined
}

function blamed(
  words: readonly string[],
  { parsed }: Options,
  stage: Stage,
  problem: Problem | undefined,
): number | undefined {
  if (stage === 'flags') return parsed.problem?.word
  if (stage === 'args') return parsed.rest.find(({ text }) => text !== '')?.word
  if (problem?.flag === undefined) return undefined
  const setting = parsed.settings.get(problem.flag)?.words ?? []
  return setting.findLast(at => gives(words, at, problem.words)) ?? setting.at(-1)
}

/** Of a flag that is given more than once: whether this time it gives what the words are about. */
function gives(words: readonly string[], at: number, said: string): boolean {
  const text = words[at] ?? ''
  const given = text.includes('=') ? text.slice(text.indexOf('=') + 1) : (words[at + 1] ?? '')
  return given.split(',').some(item => item !== '' && said.includes(`"${item}"`))
}
