import type { Line } from '#engine/eval/evaluator.ts'

/** What a recorder writes in place of addresses in memory, wherever it sees one. */
const mask = '0xADDRESS'

/** A text in which the recorder took a number for an address: the answer holds the number, the question no longer does. */
export function maskedInput({ text, ok }: Line): string | undefined {
  const isMasked = ok === true && typeof text === 'string' && text.includes(mask)
  return isMasked ? 'the recording masks a number of its input' : undefined
}
