import { expect, it } from 'vitest'
import { generator } from '../fixtures/generator.ts'
import { takenBefore } from './advice/decided-by.ts'
import { askedOf } from './advice.ts'
import { compileAuditPolicy } from './evaluate.ts'
import { mismatch } from './mismatch.ts'
import type { AuditRule } from './policy.ts'
import type { AuditRequest } from './request.ts'
import { witnessesOf } from './witnesses.ts'

const users = ['jane', 'joe', 'system:node:a']
const groups = ['dev', 'ops']
const verbs = ['get', 'list', 'create']
const namespaces = ['', 'prod', 'dev']
const specs = ['pods', 'pods/log', 'pods/*', '*', '*/log', 'secrets', 'secrets/*']
const paths = ['/a', '/a/b', '/ab']
const pathSpecs = ['*', '/a*', '/a', '/ab', '/a/*']

const { next, one, some } = generator(7)
const rule = (): AuditRule => {
  const kind = next(3)
  return {
    level: one(['None', 'Metadata', 'Request', 'RequestResponse']),
    users: some(users, 7),
    userGroups: some(groups, 8),
    verbs: some(verbs, 5),
    namespaces: kind === 0 ? some(namespaces, 5) : [],
    resources:
      kind === 0
        ? Array.from({ length: next(3) }, () => {
            const resources = some(specs, 2)
            return {
              group: one(['', 'apps']),
              resources,
              resourceNames: resources.length > 0 ? some(['x', 'y'], 7) : [],
            }
          })
        : [],
    nonResourceURLs: kind === 1 ? some(pathSpecs, 2) : [],
    omitStages: [],
  }
}
const request = (): AuditRequest => {
  const who = {
    user: one(['jane', 'joe', 'system:node:a', null]),
    groups: some(groups, 3),
    verb: one(['get', 'list', 'create']),
  }
  const nothing = { apiGroup: '', apiVersion: '', resource: '', subresource: '', name: '', namespace: '' }
  if (next(4) === 0) return { ...who, ...nothing, path: one(['/a', '/a/b', '/ab', '/c']), resourceRequest: false }
  return {
    ...who,
    apiGroup: one(['', 'apps']),
    apiVersion: 'v1',
    resource: one(['pods', 'secrets', 'nodes']),
    subresource: one(['', 'log', 'exec']),
    name: one(['', 'x', 'y', 'z']),
    namespace: one(['', 'prod', 'dev']),
    path: paths[0] ?? '',
    resourceRequest: true,
  }
}
const requests = Array.from({ length: 400 }, request)

it('decides by the first rule that matches, whatever the index leaves out', () => {
  for (let round = 0; round < 60; round++) {
    const rules = Array.from({ length: 12 }, rule)
    const decide = compileAuditPolicy({ rules, omitStages: [], omitManagedFields: false })
    for (const asked of requests)
      expect(decide(asked).rule).toBe(rules.findIndex(each => mismatch(each, asked) === undefined))
  }
})

it('says that a rule never decides only when earlier ones take all its requests, and always then', () => {
  let dead = 0
  for (let round = 0; round < 1500; round++) {
    const rules = Array.from({ length: 4 }, rule)
    const decide = askedOf({ rules, omitStages: [], omitManagedFields: false }, 1e6)
    const last = rules.length - 1
    const own = rules[last]
    if (!own) continue
    for (const witness of witnessesOf(own)) expect(mismatch(own, witness)).toBeUndefined()
    const by = takenBefore(own, last, decide)
    if (!by) continue
    dead++
    const others = by.flatMap(index => rules[index] ?? [])
    for (const asked of requests)
      if (mismatch(own, asked) === undefined)
        expect(
          others.some(each => mismatch(each, asked) === undefined),
          JSON.stringify([rules, asked]),
        ).toBe(true)
  }
  expect(dead).toBeGreaterThan(100)
})

it('says nothing of a policy that takes too long to ask', () => {
  const many = Array.from({ length: 400 }, (_, i) => `n${i}`)
  const wide: AuditRule = { ...rule(), users: many, verbs: many, userGroups: [], resources: [], namespaces: [] }
  const decide = askedOf({ rules: [wide, wide], omitStages: [], omitManagedFields: false }, 30_000)
  expect(takenBefore(wide, 1, decide)).toBeUndefined()
})
