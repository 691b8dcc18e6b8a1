import { z } from 'zod'
import type { Files } from '../../validation/flags/files.ts'
import { judges } from '../../validation/flags/judge-flags.ts'
import type { Judged } from '../../validation/flags/judged.ts'
import { type Evaluator, type Line, present, shaped, undecided } from '../evaluator.ts'
import { hostWith } from './flag-files.ts'

const beside = 'flags-files.json'
const question = z.object({ args: z.array(z.string()) })

/** What a component makes of a command line, up to where it would run. */
export function flagsOf(component: string): Evaluator {
  return {
    says: `a command line of ${component}: whether it goes as far as running, and in which step it ends`,
    beside: [beside],
    open(read) {
      const files = hostOf(read(beside))
      const judge = judges[component]
      if (!judge) throw new Error(`${component} is no component`)
      return shaped(question, ({ args }) => verdict(judge(args, files)))
    },
  }
}

function hostOf(text: string): Files {
  const texts = z.record(z.string(), z.string()).parse(text === '' ? {} : JSON.parse(text))
  return hostWith(new Map(Object.entries(texts)))
}

function verdict(judged: Judged): Line {
  if ('undecided' in judged) return undecided(judged.undecided)
  const deprecations = judged.deprecations.length > 0 ? judged.deprecations : undefined
  if (judged.ok) return present({ ok: true, deprecations })
  const errors = judged.isAggregate ? judged.problems.map(({ words }) => words) : undefined
  return present({ ok: false, stage: judged.stage, error: judged.error, errors, deprecations })
}
