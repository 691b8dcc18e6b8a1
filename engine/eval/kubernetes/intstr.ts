import { z } from 'zod'
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

/** 0 where the text is no number. */
function numberIn(text: string): number {
  return /^[+-]?\d{1,19}$/.test(text) ? Number(text) : 0
}
