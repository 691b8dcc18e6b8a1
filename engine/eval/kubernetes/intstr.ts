import { z } from 'zod'
import { readAtoi } from '../../validation/flags/go-number.ts'
import { decode } from '../../validation/kubernetes/decode.ts'
import { intOrString } from '../../validation/kubernetes/decode-values.ts'
import { scaledValue } from '../../validation/kubernetes/int-or-string.ts'
import { parseJson } from '../../yaml/go/json.ts'
import { jsonString } from '../../yaml/go/json-text.ts'
import { type Evaluator, evaluator } from '../evaluator.ts'

const totals = [10, 3, 1, 0]

/** Numbers that may be names or percentages. */
export const intOrStrings: Evaluator = evaluator(
  'a number, or a text in its place: how Kubernetes reads it, and what it comes to as a share of 10, 3, 1 and 0',
  z.object({ json: z.string() }),
  ({ json }) => {
    const parsed = parseJson(json)
    if ('error' in parsed) return { ok: false, error: parsed.error }
    const { value, error } = decode(intOrString, parsed.node)
    if (error) return { ok: false, error: error.message }
    const shown = String(value.value)
    return {
      ok: true,
      type: value.type === 'int' ? 'Int' : 'String',
      string: shown,
      intValue: value.type === 'int' ? value.value : numberIn(value.value),
      marshaled: value.type === 'int' ? shown : jsonString(value.value),
      scaled: totals.flatMap(total =>
        [true, false].map(roundUp => ({ total, roundUp, ...scaledValue(value, total, roundUp) })),
      ),
    }
  },
)

/** As Go reads it: 0 where the text is no number, and the largest of 64 bits where it is a larger one. */
function numberIn(text: string): number {
  const read = readAtoi(text)
  if (!('error' in read)) return read.value
  return read.error.endsWith('out of range') ? (text.startsWith('-') ? -1 : 1) * 2 ** 63 : 0
}
