import type { z } from 'zod'
import type { Answer } from '#components/workbench/acts.ts'
import { currentLearner } from '#server/learner.ts'

/** Parses what the browser sent and makes the one call; what cannot be parsed is refused with a sentence. */
export async function act<I, T>(
  schema: z.ZodType<I>,
  sent: unknown,
  call: (learner: string, input: I) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const parsed = schema.safeParse(sent)
  if (!parsed.success)
    return { ok: false, refused: 'invalid', say: 'This page sent something that cannot be read. Reload it.' }
  return call(await currentLearner(), parsed.data)
}
