import { z } from 'zod'
import { answerRequest } from '../../cluster/api/answer-request.ts'
import { storeOf } from '../../cluster/api/store.ts'
import { type Evaluator, evaluator, present, undecided } from '../evaluator.ts'
import { rawValue } from '../raw-value.ts'
import { answered, bodyText } from './http.ts'

const question = z.object({
  setup: z.array(z.unknown()),
  request: z.object({
    method: z.string(),
    path: z.string(),
    query: z.record(z.string(), z.string()).default({}),
    contentType: z.string().optional(),
    user: z.string().optional(),
    body: z.unknown().optional(),
  }),
})

/** What the API server answers to requests about Pods. */
export const podExchanges: Evaluator = evaluator(
  'a request to the API server about Pods, and the objects before it: its answer',
  question,
  ({ setup, request: { body, contentType, user, ...request } }, text) => {
    // JavaScript rounds large numbers, so an object is taken as it is written.
    const written = rawValue(rawValue(text, 'request') ?? '{}', 'body')
    const sent = typeof body === 'string' ? body : (written ?? bodyText(body))
    const asked = { ...request, ...present({ contentType, user }), body: sent, suffix: 'xxxxx' }
    const answer = answerRequest(asked, storeOf(setup.map(bodyText)))
    return answer ? answered(answer) : undecided(`What ${request.method} does at ${request.path} is not told yet.`)
  },
)
