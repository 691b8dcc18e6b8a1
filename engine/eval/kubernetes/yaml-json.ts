import { z } from 'zod'
import { syntaxOf } from '../../validation/audit-policy/syntax.ts'
import type { Finding } from '../../yaml/finding.ts'
import { readKubernetesYaml } from '../../yaml/kubernetes-document.ts'
import { type Evaluator, evaluator, present } from '../evaluator.ts'

/** What Kubernetes' YAML reader makes of a text. */
export const yamlJson: Evaluator = evaluator(
  'a text of YAML: the JSON that Kubernetes reads it as',
  z.object({ text: z.string() }),
  ({ text }) => {
    const reading = readKubernetesYaml(text)
    const duplicates = reading.findings.filter(({ code }) => code === 'yaml-duplicate-key')
    const { errors, refusal } = syntaxOf(text, reading)
    if (errors.length > 0) return { ok: false, error: refusal ?? errors[0]?.message }
    const strictError = duplicates.length > 0 ? strict(duplicates) : undefined
    return present({ ok: true, json: JSON.stringify(reading.document?.value ?? null), strictError })
  },
)

function strict(duplicates: readonly Finding[]): string {
  const lines = duplicates.map(
    ({ data }) => `  line ${String(data.line)}: key ${String(data.shown)} already set in map`,
  )
  return ['yaml: unmarshal errors:', ...lines].join('\n')
}
