import { z } from 'zod'
import { readFalcoRules } from '../../validation/falco/read.ts'
import type { FileVerdict, RuleFile } from '../../validation/falco/rule-set.ts'
import { type Evaluator, evaluator, type Line } from '../evaluator.ts'

/** Whether Falco loads rule files, in their order. */
export const ruleFiles: Evaluator = evaluator(
  'Falco rule files in load order: whether Falco takes them, with its errors and warnings',
  z.object({ files: z.array(z.object({ name: z.string(), content: z.string() })) }),
  ({ files }) => {
    const verdicts = verdictsOf(files.map(({ name, content }) => ({ name, text: content })))
    const codes = (of: (verdict: FileVerdict) => readonly { readonly code: string }[]) => [
      ...new Set(verdicts.flatMap(of).flatMap(({ code }) => (code === '' ? [] : [code]))),
    ]
    return {
      verdict: verdictOf(verdicts),
      error_codes: codes(({ error }) => (error ? [error] : [])),
      warning_codes: codes(({ warnings }) => warnings).sort(),
      load_results: verdicts.map(loadResult),
    }
  },
)

/** The same for one file. */
export const ruleFile: Evaluator = evaluator(
  'one Falco rule file: whether Falco takes it, with its errors and warnings',
  z.object({ content: z.string() }),
  ({ content }) => {
    const verdicts = verdictsOf([{ name: 'rules.yaml', text: content }])
    return { verdict: verdictOf(verdicts), load_result: verdicts.map(loadResult)[0] }
  },
)

function verdictsOf(files: readonly RuleFile[]): readonly FileVerdict[] {
  return readFalcoRules(files).files
}

function verdictOf(verdicts: readonly FileVerdict[]): 'ok' | 'err' {
  return verdicts.some(({ verdict }) => verdict === 'invalid') ? 'err' : 'ok'
}

function loadResult({ file, verdict, error, warnings }: FileVerdict): Line {
  return {
    name: file,
    successful: verdict !== 'invalid',
    // Falco has codes for all it reports as a load error; what has none it prints and ends.
    errors: error && error.code !== '' ? [{ code: error.code, message: error.message }] : [],
    warnings: warnings.map(({ code, message }) => ({ code, message })),
  }
}
