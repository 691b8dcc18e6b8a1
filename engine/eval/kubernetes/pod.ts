import { z } from 'zod'
import { answerRequest } from '../../cluster/api/answer-request.ts'
import { storeOf } from '../../cluster/api/store.ts'
import { type Evaluator, evaluator, undecided } from '../evaluator.ts'
import { rawValue } from '../raw-value.ts'
import { answered, bodyText } from './http.ts'

const asked = z.object({
  setup: z.array(z.unknown()),
  request: z.object({
    method: z.string(),
    path: z.string(),
    query: z.record(z.string(), z.string()).default({}),
    contentType: z.string().optional(),
    body: z.unknown().optional(),
  }),
})

/** What the API server answers to requests about Pods. */
export const podExchanges: Evaluator = evaluator(
  'a request to the API server about Pods, and the objects before it: its answer',
  asked,
  ({ setup, request: { body, contentType, ...request } }, text) => {
    // JavaScript rounds large numbers, so an object is taken as it is written.
    const written = rawValue(rawValue(text, 'request') ?? '{}', 'body')
    const sent = typeof body === 'string' ? body : (written ?? bodyText(body))
    const type = contentType !== undefined && { contentType }
    const answer = answerRequest({ ...request, ...type, body: sent, suffix: 'xxxxx' }, storeOf(setup.map(bodyText)))
    return answer ? answered(answer) : undecided(`What ${request.method} does at ${request.path} is not told yet.`)
  },
)
