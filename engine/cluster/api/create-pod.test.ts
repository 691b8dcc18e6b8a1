import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { answerRequest } from './answer-request.ts'
import { storeOf } from './store.ts'

const shape = z.strictObject({
  name: z.string(),
  metadata: z.looseObject({}).default({}),
  /** Beside a container `db` of `postgres:17`. */
  spec: z.looseObject({}).default({}),
  /** What else the Pod has. */
  beside: z.looseObject({}).default({}),
  status: z.number(),
  errors: z.array(z.string()).optional(),
  message: z.string().optional(),
  warnings: z.array(z.string()).default([]),
})
const cases = z.array(shape).parse(parse(readFileSync(new URL('fixtures/pods.yaml', import.meta.url), 'utf8')))
const causes = z.object({
  details: z.object({ causes: z.array(z.object({ field: z.string(), message: z.string() })) }),
})
const store = storeOf([])

describe('fixtures/pods.yaml', () => {
  it.each(cases)('$name', ({ metadata, spec, beside, status, errors, message, warnings }) => {
    const containers = [{ name: 'db', image: 'postgres:17' }]
    const body = JSON.stringify({ metadata: { name: 'db', ...metadata }, spec: { containers, ...spec }, ...beside })
    const request = { method: 'POST', path: '/api/v1/namespaces/default/pods', suffix: 'xxxxx', body }
    const answer = answerRequest({ ...request, query: { fieldValidation: 'Strict' } }, store)
    const found = causes.safeParse(answer?.body)
    expect(answer?.status).toBe(status)
    expect(answer?.warnings).toEqual(warnings)
    expect(found.data?.details.causes.map(({ field, message }) => `${field}: ${message}`)).toEqual(errors)
    if (message !== undefined) expect(answer?.body.message).toBe(message)
  })
})

const securityShape = shape.extend({
  labels: z.record(z.string(), z.string()),
  audit: z.record(z.string(), z.string()).default({}),
})
const securityCases = z
  .array(securityShape)
  .parse(parse(readFileSync(new URL('fixtures/pod-security.yaml', import.meta.url), 'utf8')))

describe('fixtures/pod-security.yaml', () => {
  const prefixed = (of: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(of).map(([key, value]) => [`pod-security.kubernetes.io/${key}`, value]))
  it.each(securityCases)('$name', ({ labels, metadata, spec, status, message, warnings, audit }) => {
    const holding = storeOf([JSON.stringify({ kind: 'Namespace', metadata: { name: 'db', labels: prefixed(labels) } })])
    const containers = [{ name: 'db', image: 'postgres:17' }]
    const body = JSON.stringify({ metadata: { name: 'db', ...metadata }, spec: { containers, ...spec } })
    const request = { method: 'POST', path: '/api/v1/namespaces/db/pods', query: {}, suffix: 'xxxxx', body }
    const answer = answerRequest(request, holding)
    expect(answer?.status).toBe(status)
    expect(answer?.warnings).toEqual(warnings)
    if (message !== undefined) expect(answer?.body.message).toBe(message)
    expect(answer?.auditAnnotations ?? {}).toEqual(prefixed(audit))
  })

  it('the cluster’s own configuration holds where labels say nothing, but for whom it leaves out', () => {
    const baseline = { level: 'baseline', version: 'latest' } as const
    const defaults = { enforce: baseline, audit: baseline, warn: baseline }
    const exemptions = { usernames: ['ops'], namespaces: [], runtimeClasses: [] }
    const holding = storeOf([], { defaults, exemptions })
    const body = JSON.stringify({
      metadata: { name: 'db' },
      spec: { hostPID: true, containers: [{ name: 'db', image: 'a' }] },
    })
    const request = { method: 'POST', path: '/api/v1/namespaces/default/pods', query: {}, suffix: 'xxxxx', body }
    expect(answerRequest(request, holding)?.status).toBe(403)
    expect(answerRequest({ ...request, user: 'ops' }, holding)).toMatchObject({
      status: 201,
      auditAnnotations: { 'pod-security.kubernetes.io/exempt': 'user' },
    })
  })
})

describe('an account', () => {
  const account = { kind: 'ServiceAccount', metadata: { name: 'ci', namespace: 'default' } }
  const pod = (spec: object) =>
    JSON.stringify({
      metadata: { generateName: 'job-' },
      spec: { containers: [{ name: 'c', image: 'a' }], serviceAccountName: 'ci', ...spec },
    })
  it.each([
    [{}, {}, true],
    [{ automountServiceAccountToken: false }, {}, false],
    [{ automountServiceAccountToken: false }, { automountServiceAccountToken: true }, true],
    [{ automountServiceAccountToken: true }, { automountServiceAccountToken: false }, false],
  ])('of %j and a Pod of %j mount a token: %j', (ofAccount, ofPod, mounts) => {
    const holding = storeOf([JSON.stringify({ ...account, ...ofAccount })])
    const request = { method: 'POST', path: '/api/v1/namespaces/default/pods', query: {}, suffix: 'abcde' }
    const answer = answerRequest({ ...request, body: pod(ofPod) }, holding)
    expect(answer?.status).toBe(201)
    expect(answer?.body).toMatchObject({ metadata: { name: 'job-abcde' }, spec: { serviceAccount: 'ci' } })
    expect(JSON.stringify(answer?.body).includes('kube-api-access-abcde')).toBe(mounts)
  })
})
