import { z } from 'zod'
import { openTerminalTab } from '#server/attempts/terminals.ts'
import { answerJson } from '#server/http/answer-json.ts'
import { readJson } from '#server/http/read-json.ts'
import { currentLearner } from '#server/learner.ts'

const body = z.strictObject({})

/** Opens one more terminal. */
export async function POST(request: Request, context: RouteContext<'/api/attempts/[id]/terminals'>) {
  const { id } = await context.params
  const read = await readJson(request, body)
  if ('response' in read) return read.response
  return answerJson(await openTerminalTab(await currentLearner(), { attempt: id }))
}
