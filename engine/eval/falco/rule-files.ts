import { z } from 'zod'
import { loadResultJson } from '../../validation/falco/load-result.ts'
import { readFalcoRules } from '../../validation/falco/read.ts'
import type { FileVerdict } from '../../validation/falco/rule-set.ts'
import { type Evaluator, evaluator } from '../evaluator.ts'

/** Whether Falco loads rule files, in their order. */
export const ruleFiles: Evaluator = evaluator(
  'Falco rule files in load order: whether Falco takes them, with its errors and warnings',
  z.object({ files: z.array(z.object({ name: z.string(), content: z.string() })) }),
  ({ files }) => {
    const named = files.map(({ name, content }) => ({ name, text: content }))
    const verdicts = readFalcoRules(named).files
    const codes = (of: (verdict: FileVerdict) => readonly { readonly code: string }[]) => [
      ...new Set(verdicts.flatMap(of).flatMap(({ code }) => (code === '' ? [] : [code]))),
    ]
    return {
      verdict: verdictOf(verdicts),
      error_codes: codes(({ error }) => (error ? [error] : [])),
      warning_codes: codes(({ warnings }) => warnings).sort(),
      // Falco has codes for all it reports as a load error; what has none ends it there and then.
      load_results: verdicts.some(({ error }) => error?.code === '')
        ? null
        : verdicts.map(verdict => loadResultJson(verdict, named)),
    }
  },
)

/** The same for one file. */
export const ruleFile: Evaluator = evaluator(
  'one Falco rule file: whether Falco takes it, with its errors and warnings',
  z.object({ content: z.string() }),
  ({ content }) => {
    const named = [{ name: 'rules.yaml', text: content }]
    // Recorded from Falco's engine alone, which puts nothing behind outputs.
    const verdicts = readFalcoRules(named, { appendOutput: [] }).files
    return { verdict: verdictOf(verdicts), load_result: verdicts.map(verdict => loadResultJson(verdict, named))[0] }
  },
)

function verdictOf(verdicts: readonly FileVerdict[]): 'ok' | 'err' {
  return verdicts.some(({ verdict }) => verdict === 'invalid') ? 'err' : 'ok'
}
