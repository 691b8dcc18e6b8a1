import { expect, test } from 'vitest'
import { readSent, type Submission } from './read-sent.ts'

const post = (path: string, body: unknown, more: Partial<Submission> = {}): Submission => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { method: 'POST', uri: `/api/v1/namespaces/prod/${path}`, body: text, ...more }
}
const apps = (body: unknown) => post('', body, { uri: '/apis/apps/v1/namespaces/prod/deployments' })
const pod = { kind: 'Pod', apiVersion: 'v1', metadata: { name: 'web' }, spec: { containers: [] } }

test.each<[string, Submission, string]>([
  [
    'a Pod with its defaults',
    post('pods', { ...pod, spec: { containers: [{ image: 'web:1', name: 'web' }] } }),
    '{"kind":"Pod","apiVersion":"v1","metadata":{"name":"web"},"spec":{"containers":[{"name":"web","image":"web:1","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File","imagePullPolicy":"IfNotPresent"}],"restartPolicy":"Always","terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst","securityContext":{},"schedulerName":"default-scheduler","enableServiceLinks":true},"status":{}}',
  ],
  [
    'a Deployment that has its own way',
    apps({
      ...{ kind: 'Deployment', apiVersion: 'apps/v1', metadata: { name: 'web' } },
      spec: {
        ...{ strategy: { type: 'Recreate' }, replicas: 0, selector: { matchLabels: { a: 'b' } } },
        template: { spec: { restartPolicy: 'Never', containers: [] } },
      },
    }),
    '{"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"web"},"spec":{"replicas":0,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{},"spec":{"containers":null,"restartPolicy":"Never","terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst","securityContext":{},"schedulerName":"default-scheduler"}},"strategy":{"type":"Recreate"},"revisionHistoryLimit":10,"progressDeadlineSeconds":600},"status":{}}',
  ],
  [
    'a Secret in YAML',
    post('secrets', 'kind: Secret\napiVersion: v1\nmetadata: {name: db}\nstringData: {b: ä}\ndata: {a: eA==}\n', {
      contentType: 'application/yaml; charset=utf-8',
    }),
    '{"kind":"Secret","apiVersion":"v1","metadata":{"name":"db"},"data":{"a":"eA==","b":"w6Q="},"type":"Opaque"}',
  ],
  [
    'a token that is asked for',
    post('serviceaccounts/web/token', { kind: 'TokenRequest', apiVersion: 'authentication.k8s.io/v1', spec: {} }),
    '{"kind":"TokenRequest","apiVersion":"authentication.k8s.io/v1","metadata":{},"spec":{"audiences":null,"expirationSeconds":3600,"boundObjectRef":null},"status":{"token":"","expirationTimestamp":null}}',
  ],
  [
    'options of a deletion',
    post('pods/web', { gracePeriodSeconds: 0 }, { method: 'DELETE' }),
    '{"kind":"DeleteOptions","apiVersion":"meta.k8s.io/__internal","gracePeriodSeconds":0}',
  ],
])('reads %s', (_, submission, object) => {
  const sent = readSent(submission)
  expect(sent && 'object' in sent && JSON.stringify(sent.object)).toBe(object)
})

test('a patch is kept as it is', () => {
  const contentType = 'application/merge-patch+json'
  const patch = '{ "data": 1 }'
  expect(readSent(post('configmaps/web', patch, { method: 'PATCH', contentType }))).toEqual({ patch })
})

test.each<[string, Submission]>([
  ['a body that is no JSON', post('configmaps', '{no')],
  ['another kind', post('configmaps', pod)],
  ['an unknown field where it is refused', post('pods?fieldValidation=Strict', { ...pod, extra: 1 })],
  ['a type of text that nobody reads', post('pods', pod, { contentType: 'text/plain' })],
  ['a patch in no form of patch', post('pods/web', '{}', { method: 'PATCH' })],
  ['what a shell is sent', post('pods/web/exec', 'ls')],
  ['what a path is sent', post('', '{}', { uri: '/healthz' })],
  ['what comes with a question', post('pods/web', pod, { method: 'GET' })],
  ['nothing', post('pods', '')],
])('reads nothing of %s', (_, submission) => {
  expect(readSent(submission)).toBeUndefined()
})

test('says of what it does not know that it cannot tell', () => {
  const sent = readSent(post('gadgets', {}))
  expect(sent && 'undecided' in sent && sent.undecided).toContain('gadgets')
})
