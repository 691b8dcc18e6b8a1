import { z } from 'zod'
import { interrupt } from '#server/attempts/run-command.ts'
import { answerJson } from '#server/http/answer-json.ts'
import { readJson } from '#server/http/read-json.ts'
import { currentLearner } from '#server/learner.ts'

const body = z.strictObject({ terminal: z.string().max(8) })

/** Ctrl+C in a terminal. */
export async function POST(request: Request, context: RouteContext<'/api/attempts/[id]/interrupt'>) {
  const { id } = await context.params
  const read = await readJson(request, body)
  if ('response' in read) return read.response
  return answerJson(await interrupt(await currentLearner(), { attempt: id, ...read.value }))
}
