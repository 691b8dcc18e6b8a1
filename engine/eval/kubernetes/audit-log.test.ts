import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { answerLine } from '../answer.ts'
import { auditLog } from './audit-log.ts'

/**
 * Held against the events that a real API server wrote, where the recordings lie beside the repository. Who asks, what was
 * answered, the annotations and the times are taken from the recording; stages, level, the reference, what is shown of
 * request and answer, and the form are ours.
 */
const folder = path.resolve(process.env.BREAKWATER_CONFORMANCE ?? '../shared/conformance')
const file = path.join(folder, 'apiserver/audit-events.jsonl')

const users: Readonly<Record<string, unknown>> = {
  admintoken: { username: 'kubernetes-admin', uid: 'u-admin', groups: ['system:masters', 'system:authenticated'] },
  janetoken: { username: 'jane', uid: 'u-jane', groups: ['developers', 'system:authenticated'] },
  bobtoken: { username: 'bob', uid: 'u-bob', groups: ['ops', 'security', 'system:authenticated'] },
  badtoken: null,
  '': { username: 'system:anonymous', groups: ['system:unauthenticated'] },
}
const event = z.looseObject({
  stage: z.string(),
  user: z.unknown(),
  impersonatedUser: z.unknown().optional(),
  responseStatus: z.looseObject({ status: z.string().optional() }).optional(),
  responseObject: z.unknown().optional(),
  requestReceivedTimestamp: z.string(),
  stageTimestamp: z.string(),
  annotations: z.record(z.string(), z.string()).optional(),
})
const recorded = z.object({
  id: z.string(),
  policy: z.string(),
  request: z.looseObject({
    method: z.string(),
    path: z.string(),
    token: z.string(),
    headers: z.record(z.string(), z.string()),
    contentType: z.string().optional(),
    body: z.unknown().optional(),
  }),
  response: z.object({ status: z.int() }),
  /** Kept as they are: their keys have an order. */
  events: z.array(z.unknown()),
})
type Recorded = z.infer<typeof recorded>

const lines: readonly Recorded[] = existsSync(file)
  ? readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map(line => recorded.parse(JSON.parse(line)))
  : []

/** What nothing here knows the type of. */
const notRead = /-cr-invalid$/

describe('what a real API server wrote', () => {
  for (const line of lines)
    test(line.id, async () => {
      const question = questionOf(line)
      const { verdict } = await answerLine(
        auditLog.open(() => ''),
        question,
        JSON.stringify(question),
      )
      if (notRead.test(line.id)) expect(typeof verdict.undecided).toBe('string')
      else expect(verdict.lines).toEqual(line.events.map(it => goText(it)))
    })
})

test('a request that crashes ends with Panic', async () => {
  const question = {
    policy: 'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: [{ level: Request }]\n',
    request: { method: 'GET', path: '/api/v1/nodes', user: { username: 'kim' }, auditID: 'a' },
    answer: { panic: 'nil map' },
    times: { received: 0, ended: 5 },
  }
  const { verdict } = await answerLine(
    auditLog.open(() => ''),
    question,
    JSON.stringify(question),
  )
  const written = z.array(z.string()).parse(verdict.lines)
  expect(written.map(it => JSON.parse(it).stage)).toEqual(['RequestReceived', 'Panic'])
  expect(JSON.parse(written[1] ?? '').responseStatus).toEqual({
    metadata: {},
    status: 'Failure',
    message: "APIServer panic'd: nil map",
    reason: 'InternalError',
    code: 500,
  })
})

function questionOf({ id, policy, request, response, events: written }: Recorded) {
  const events = z.array(event).parse(written)
  const [first] = events
  const last = events.findLast(({ stage }) => stage !== 'RequestReceived')
  const started = events.find(({ stage }) => stage === 'ResponseStarted')
  const { token, headers, method, path: uri, contentType, body } = request
  const isRefusedEarly = uri.includes('timeout=abc')
  const status = last?.responseStatus
  const object = last?.responseObject ?? (status?.status && { kind: 'Status', apiVersion: 'v1', ...status })
  return {
    ...{ id, policy },
    request: {
      ...{ method, path: uri, auditID: headers['Audit-ID'], userAgent: headers['User-Agent'] },
      user: isRefusedEarly ? null : token in users ? users[token] : (first?.user ?? users.admintoken),
      ...(last?.impersonatedUser !== undefined && { impersonatedUser: last.impersonatedUser }),
      ...{ forwardedFor: headers['X-Forwarded-For'], realIp: headers['X-Real-Ip'], contentType, body },
    },
    // One client gave up waiting for an answer that was sent.
    answer: { code: response.status < 0 ? 200 : response.status, ...(object && { object }) },
    annotations: last?.annotations ?? {},
    times: {
      received: microseconds(first?.requestReceivedTimestamp),
      started: microseconds(started?.stageTimestamp),
      ended: microseconds(last?.stageTimestamp),
    },
  }
}

function microseconds(text = '1970-01-01T00:00:00.000000Z'): number {
  return Date.parse(`${text.slice(0, 23)}Z`) * 1000 + Number(text.slice(23, 26))
}

/** A line of the log: the recordings were read and written again, which took Go's escapes out. */
function goText(it: unknown): string {
  return JSON.stringify(it).replace(/[<>&]/g, found => `\\u00${found.charCodeAt(0).toString(16)}`)
}
