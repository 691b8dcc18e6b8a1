import { expect, test } from 'vitest'
import { compileAuditPolicy } from './evaluate.ts'
import { mismatch } from './mismatch.ts'
import { readAuditPolicy } from './read.ts'

const { value: policy } = readAuditPolicy(
  'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: [{ level: Metadata, userGroups: [auditors] }]\n',
)

test.each([
  ['jane', 0],
  // Groups come with a user; without one they do not count.
  [null, -1],
])('groups of %s', (user, rule) => {
  if (!policy) throw new Error('the policy is not read')
  const nothing = { apiGroup: '', apiVersion: '', resource: '', subresource: '', name: '', namespace: '' }
  const request = { user, groups: ['auditors'], verb: 'get', ...nothing, path: '/version', resourceRequest: false }
  expect(compileAuditPolicy(policy)(request)).toMatchObject({ rule })
  expect(policy.rules.map(it => mismatch(it, request))).toEqual([rule < 0 ? 'group' : undefined])
})
