import { z } from 'zod'
import { readApparmorProfiles } from '../../validation/apparmor/read.ts'
import { type Evaluator, evaluator, type Line } from '../evaluator.ts'

/** The parser that is decided for. */
const version = '4.1.0'

/** The upstream suite: files that the parser takes or refuses. */
export const parsed: Evaluator = evaluator(
  'an AppArmor profile: whether apparmor_parser takes it, and what it says',
  z.object({ file: z.string(), text: z.string() }),
  ({ file, text }) => answer(file, text),
)

/** Profiles with the mistakes that people make. */
export const customParsed: Evaluator = evaluator(
  'an AppArmor profile: whether apparmor_parser takes it, and what it says',
  z.object({ text: z.string() }),
  // The recording called the parser with a file of this name.
  ({ text }) => answer('k8s-profile', text),
)

function answer(file: string, text: string): Line {
  const refused = readApparmorProfiles(text, { file }).findings.find(it => it.severity === 'error')
  // What is not declared may be declared by a file that is read where it exists.
  const absent =
    refused?.code === 'apparmor-variable' ? /^\s*#?include if exists [<"]([^>"]*)/m.exec(text)?.[1] : undefined
  const include = refused?.code === 'apparmor-include' ? refused.data.include : absent
  const missing = include === undefined ? {} : { missing: include }
  const real = refused ? { rc: 1, verdict: 'FAIL', output: refused.message } : { rc: 0, verdict: 'PASS', output: '' }
  return { real: { [version]: real }, ...missing }
}
