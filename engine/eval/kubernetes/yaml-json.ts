import { z } from 'zod'
import { jsonText } from '../../yaml/go/json-text.ts'
import { duplicateWords, readGoYaml } from '../../yaml/go/read.ts'
import { type Evaluator, evaluator, present } from '../evaluator.ts'

/** What Kubernetes' YAML reader makes of a text. */
export const yamlJson: Evaluator = evaluator(
  'a text of YAML: the JSON that Kubernetes reads it as',
  z.object({ text: z.string() }),
  ({ text }) => {
    const reading = readGoYaml(text)
    const strictError = duplicateWords(reading.duplicates)
    if ('refused' in reading) return present({ ok: false, error: reading.refused, strictError })
    return present({ ok: true, json: jsonText(reading.node), strictError })
  },
)
