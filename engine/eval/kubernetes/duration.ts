import { z } from 'zod'
import { durationText, humanDuration, readDuration, shortHumanDuration } from '../../validation/kubernetes/duration.ts'
import { type Evaluator, evaluator } from '../evaluator.ts'
import { rawValue } from '../raw-value.ts'

const shape = z.union([z.object({ op: z.literal('parse'), text: z.string() }), z.object({ nanoseconds: z.number() })])

/** Durations, as Go reads them and as kubectl shows ages. */
export const durations: Evaluator = evaluator(
  'a duration as text, or in nanoseconds: how Go reads it, or how Go and kubectl show it',
  shape,
  (asked, line) => {
    if ('text' in asked) {
      const read = readDuration(asked.text)
      if (typeof read !== 'bigint') return { ok: false, error: read.error }
      return { ok: true, nanoseconds: Number(read), string: durationText(read) }
    }
    const exact = rawValue(line, 'nanoseconds') ?? '0'
    const nanoseconds = /^-?\d+$/.test(exact) ? BigInt(exact) : BigInt(Math.trunc(asked.nanoseconds))
    return {
      goString: durationText(nanoseconds),
      human: humanDuration(nanoseconds),
      short: shortHumanDuration(nanoseconds),
    }
  },
)
