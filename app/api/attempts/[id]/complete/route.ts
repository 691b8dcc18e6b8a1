import { z } from 'zod'
import { complete } from '#server/attempts/terminals.ts'
import { answerJson } from '#server/http/answer-json.ts'
import { readJson } from '#server/http/read-json.ts'
import { currentLearner } from '#server/learner.ts'

const body = z.strictObject({ terminal: z.string().max(8), line: z.string(), cursor: z.int().nonnegative() })

/** Candidates for the word under the cursor. */
export async function POST(request: Request, context: RouteContext<'/api/attempts/[id]/complete'>) {
  const { id } = await context.params
  const read = await readJson(request, body)
  if ('response' in read) return read.response
  return answerJson(await complete(await currentLearner(), { attempt: id, ...read.value }))
}
