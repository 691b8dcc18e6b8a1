import { expect, it } from 'vitest'
import { usualConfiguration } from '../../validation/pod-security/configuration.ts'
import { answerRequest } from './answer-request.ts'
import { storeOf } from './store.ts'

const request = { method: 'POST', path: '/api/v1/namespaces', query: { fieldValidation: 'Strict' }, suffix: 'abcde' }
const prefix = 'pod-security.kubernetes.io/'
const answer = (object: object, store = storeOf([])) =>
  answerRequest({ ...request, body: JSON.stringify(object) }, store)

it('a Namespace is labelled with its name', () => {
  const made = { metadata: { generateName: 'shop-', labels: { team: 'a' } } }
  const labels = { team: 'a', 'kubernetes.io/metadata.name': 'shop-abcde' }
  expect(answer(made)).toMatchObject({ status: 201, body: { metadata: { name: 'shop-abcde', labels } } })
  expect(answer(made)?.body).toMatchObject({ spec: { finalizers: ['kubernetes'] }, status: { phase: 'Active' } })
})

it.each([
  [{ metadata: {} }, 'metadata.name: Required value: name or generateName is required'],
  [{ metadata: { name: 'shop', namespace: 'a' } }, 'metadata.namespace: Forbidden: not allowed on this type'],
  [
    { metadata: { name: 'shop' }, spec: { finalizers: ['mine'] } },
    'spec.finalizers: Invalid value: "mine": name is neither a standard finalizer name nor is it fully qualified',
  ],
  [
    { metadata: { name: 'shop', labels: { [`${prefix}warn-version`]: '1.30' } } },
    `metadata.labels[${prefix}warn-version]: Invalid value: "1.30": must be "latest" or "v1.x"`,
  ],
])('%j is refused: %s', (object, words) => {
  const name = 'name' in object.metadata ? object.metadata.name : ''
  expect(answer(object)).toMatchObject({ status: 422, body: { message: `Namespace "${name}" is invalid: ${words}` } })
})

it('there is one of each name', () => {
  expect(answer({ metadata: { name: 'default' } })).toMatchObject({ status: 409, body: { reason: 'AlreadyExists' } })
})

it('labels that do nothing are told of', () => {
  const exemptions = { ...usualConfiguration.exemptions, namespaces: ['shop'] }
  const object = { metadata: { name: 'shop', labels: { [`${prefix}enforce`]: 'baseline' } } }
  const said = answer(object, storeOf([], { ...usualConfiguration, exemptions }))
  const ignored = 'is exempt from Pod Security, and the policy (enforce=baseline:latest) will be ignored'
  expect(said).toMatchObject({ status: 201, warnings: [`namespace "shop" ${ignored}`] })
})
