import { describe, expect, test } from 'vitest'
import { compileAuditPolicy } from '../evaluate.ts'
import { readAuditPolicy } from '../read.ts'
import type { Exchange } from './exchange.ts'
import { microTime } from './micro-time.ts'
import { sourceAddresses } from './source-addresses.ts'
import { writeEvents } from './write-events.ts'

const kim = { username: 'kim', groups: ['system:authenticated'] }
const plain: Exchange = {
  auditID: 'a',
  method: 'GET',
  uri: '/api/v1/namespaces/prod/configmaps/web',
  user: kim,
  sourceIPs: ['10.0.0.1'],
  userAgent: 'curl',
  answer: { code: 200 },
  annotations: {},
  received: 1,
  started: 2,
  ended: 3,
}

function written(rules: string, exchange: Partial<Exchange>) {
  const { value } = readAuditPolicy(`apiVersion: audit.k8s.io/v1\nkind: Policy\n${rules}\n`)
  if (!value) throw new Error('the policy is refused')
  return writeEvents(compileAuditPolicy(value), { ...plain, ...exchange })
}

const stages = (events: ReturnType<typeof written>) => events.map(({ stage }) => stage)
const everything = 'rules: [{ level: RequestResponse }]'
const managed = { managedFields: [{ manager: 'kubectl' }] }

describe('managed fields', () => {
  const without = 'omitManagedFields: true\nrules: [{ level: RequestResponse }]'
  const named = (name: string, more = {}) => ({ metadata: { name, ...more } })
  test.each([
    ['an object', { kind: 'ConfigMap', ...named('web', managed) }, { kind: 'ConfigMap', ...named('web') }],
    [
      'a list',
      { kind: 'ConfigMapList', metadata: {}, items: [named('web', managed), named('db')] },
      { kind: 'ConfigMapList', metadata: {}, items: [named('web'), named('db')] },
    ],
    [
      'a table',
      { kind: 'Table', metadata: {}, rows: [{ cells: ['web'], object: named('web', managed) }, { cells: [] }] },
      { kind: 'Table', metadata: {}, rows: [{ cells: ['web'], object: named('web') }, { cells: [] }] },
    ],
  ])('are left out of %s', (_, object, bare) => {
    expect(written(without, { answer: { code: 200, object } }).at(-1)?.responseObject).toEqual(bare)
    expect(written(everything, { answer: { code: 200, object } }).at(-1)?.responseObject).toEqual(object)
  })
  test('are left out of what is sent, but not of a patch', () => {
    const object = named('web', managed)
    expect(written(without, { method: 'PUT', sent: { object } }).at(-1)?.requestObject).toEqual(named('web'))
    const patch = JSON.stringify(object)
    expect(written(without, { method: 'PATCH', sent: { patch } }).at(-1)?.requestObject).toEqual(object)
  })
  test('stay where a rule says so', () => {
    const rules = 'omitManagedFields: true\nrules: [{ level: RequestResponse, omitManagedFields: false }]'
    const object = named('web', managed)
    expect(written(rules, { answer: { code: 200, object } }).at(-1)?.responseObject).toEqual(object)
  })
})

test('a patch that is no JSON takes its event along, and none at Metadata', () => {
  const exchange = { method: 'PATCH', sent: { patch: '{no' }, answer: { code: 400 } }
  expect(stages(written(everything, exchange))).toEqual(['RequestReceived'])
  expect(stages(written('rules: [{ level: Metadata }]', exchange))).toEqual(['RequestReceived', 'ResponseComplete'])
})

test('who is not known is told of once, by nobody’s name', () => {
  const [event, ...more] = written(everything, { user: null, answer: { code: 401 } })
  expect(more).toEqual([])
  expect(event).toMatchObject({ stage: 'ResponseStarted', user: {}, responseStatus: { code: 401 } })
})

test('a connection that ends without an answer counts as a success', () => {
  expect(written(everything, { answer: {} }).at(-1)?.responseStatus).toEqual({
    metadata: {},
    status: 'Success',
    message: 'Connection closed early',
    code: 200,
  })
})

test('the first event holds what the URL tells, the others what the object tells as well', () => {
  const [first, last] = written(everything, {
    method: 'POST',
    uri: '/api/v1/namespaces/prod/configmaps',
    sent: { object: { kind: 'ConfigMap', metadata: { name: 'web', uid: 'u1', resourceVersion: '7' } } },
    annotations: { 'b/c': '1', 'a/z': '2' },
    impersonatedUser: { username: 'lee', extra: { scope: ['x'] } },
  })
  expect(first).toMatchObject({ objectRef: { resource: 'configmaps', namespace: 'prod', apiVersion: 'v1' } })
  expect(Object.keys(first ?? {})).not.toContain('annotations')
  expect(Object.keys(first ?? {})).not.toContain('impersonatedUser')
  expect(JSON.stringify(last?.objectRef)).toBe(
    '{"resource":"configmaps","namespace":"prod","name":"web","uid":"u1","apiVersion":"v1","resourceVersion":"7"}',
  )
  expect(JSON.stringify(last?.annotations)).toBe('{"a/z":"2","b/c":"1"}')
  expect(last?.impersonatedUser).toEqual({ username: 'lee', extra: { scope: ['x'] } })
})

test('what no rule matches, and what has no resource where one belongs, is not written', () => {
  expect(written('rules: [{ level: Metadata, users: [lee] }]', {})).toEqual([])
  expect(written(everything, { uri: '/api/v1/watch' })).toEqual([])
})

test('a long user agent is cut', () => {
  const [event] = written(everything, { userAgent: 'x'.repeat(1025) })
  expect(event?.userAgent).toBe(`${'x'.repeat(1024)}...TRUNCATED`)
})

test.each([
  [{ peer: '10.0.0.1' }, ['10.0.0.1']],
  [{ forwardedFor: '203.0.113.7, no, ::1', peer: '10.0.0.1' }, ['203.0.113.7', '::1', '10.0.0.1']],
  [{ forwardedFor: '203.0.113.7', realIp: '203.0.113.7', peer: '10.0.0.1' }, ['203.0.113.7', '10.0.0.1']],
  [{ realIp: '198.51.100.2', peer: '198.51.100.2' }, ['198.51.100.2']],
  [{ peer: '@' }, []],
])('%j comes from %j', (origin, addresses) => {
  expect(sourceAddresses(origin)).toEqual(addresses)
})

test('times have six digits behind the second', () => {
  expect(microTime(1_775_000_000_123_456)).toBe('2026-03-31T23:33:20.123456Z')
  expect(microTime(5)).toBe('1970-01-01T00:00:00.000005Z')
})
