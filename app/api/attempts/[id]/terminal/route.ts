import { z } from 'zod'
import { runCommand } from '#server/attempts/run-command.ts'
import { frameStream } from '#server/http/frame-stream.ts'
import { readJson } from '#server/http/read-json.ts'
import { currentLearner } from '#server/learner.ts'

const body = z.strictObject({
  terminal: z.string().max(8),
  text: z.string(),
  after: z.int().nonnegative(),
  tab: z.string().max(64).optional(),
})

/** Runs a command line; the answer is a stream of `TerminalFrame`s, one JSON object a line. Hanging up is a Ctrl+C. */
export async function POST(request: Request, context: RouteContext<'/api/attempts/[id]/terminal'>) {
  const { id } = await context.params
  const read = await readJson(request, body)
  if ('response' in read) return read.response
  const { tab, ...input } = read.value
  const learner = await currentLearner()
  return frameStream(request.signal, (emit, signal) =>
    runCommand(learner, { ...input, attempt: id, ...(tab === undefined ? {} : { tab }) }, emit, signal),
  )
}
