import { z } from 'zod'
import { readSent } from '../../cluster/audit/read-sent.ts'
import { compileAuditPolicy } from '../../validation/audit-policy/evaluate.ts'
import { sourceAddresses } from '../../validation/audit-policy/log/source-addresses.ts'
import { writeEvents } from '../../validation/audit-policy/log/write-events.ts'
import { readAuditPolicy } from '../../validation/audit-policy/read.ts'
import { goJson } from '../../validation/kubernetes/go-print.ts'
import { type Evaluator, evaluator } from '../evaluator.ts'
import { rawValue } from '../raw-value.ts'
import { bodyText } from './http.ts'

const object = z.record(z.string(), z.unknown())
const user = z.object({
  username: z.string(),
  uid: z.string().optional(),
  groups: z.array(z.string()).optional(),
  extra: z.record(z.string(), z.array(z.string())).optional(),
})
const asked = z.object({
  policy: z.string(),
  request: z.object({
    method: z.string(),
    path: z.string(),
    user: user.nullable(),
    impersonatedUser: user.optional(),
    auditID: z.string(),
    userAgent: z.string().default(''),
    peer: z.string().default('127.0.0.1'),
    forwardedFor: z.string().optional(),
    realIp: z.string().optional(),
    contentType: z.string().optional(),
    body: z.unknown().optional(),
    decoded: object.optional(),
  }),
  answer: z.object({ code: z.int().optional(), object: object.optional(), panic: z.string().optional() }),
  annotations: z.record(z.string(), z.string()).default({}),
  times: z.object({ received: z.int(), started: z.int().optional(), ended: z.int() }),
})
type Asked = z.infer<typeof asked>

/** The lines that an API server under a policy writes of a request, given what it answered. */
export const auditLog: Evaluator = evaluator(
  'an audit policy, a request and what was answered: the lines of the audit log',
  asked,
  (line, text) => {
    const { value, refusal } = readAuditPolicy(line.policy)
    if (!value || refusal !== undefined) return { error: refusal ?? 'The policy cannot be read.' }
    const sent = sentBy(line, text)
    if (sent && 'undecided' in sent) return { undecided: sent.undecided }
    const { request, times } = line
    const events = writeEvents(compileAuditPolicy(value), {
      ...request,
      ...{ uri: request.path, answer: line.answer, annotations: line.annotations },
      sourceIPs: sourceAddresses(request),
      ...(sent && { sent }),
      ...times,
      started: times.started ?? times.ended,
    })
    return { lines: events.map(goJson) }
  },
)

/** What the server reads of the body, unless it refuses the request before. */
function sentBy({ request, annotations, answer }: Asked, text: string): ReturnType<typeof readSent> {
  const { body, decoded, method, path, contentType, user: by } = request
  const decision = annotations['authorization.k8s.io/decision'] ?? (answer.code === 403 ? 'forbid' : 'allow')
  if (by === null || decision !== 'allow') return undefined
  if (decoded) return { object: decoded }
  if (body === undefined) return undefined
  // JavaScript rounds large numbers, so an object is taken as it is written.
  const written = rawValue(rawValue(text, 'request') ?? '{}', 'body')
  const sent = typeof body === 'string' ? body : (written ?? bodyText(body))
  return readSent({ method, uri: path, body: sent, ...(contentType !== undefined && { contentType }) })
}
