import { describe, expect, it } from 'vitest'
import { generator } from '../fixtures/generator.ts'
import { asks, compileRule } from './compile-rule.ts'
import { mismatch } from './mismatch.ts'
import type { AuditRule } from './policy.ts'
import type { AuditRequest } from './request.ts'
import { indexRules } from './rule-index.ts'

const nothing: AuditRule = {
  level: 'Metadata',
  ...{ users: [], userGroups: [], verbs: [], resources: [], namespaces: [], nonResourceURLs: [], omitStages: [] },
}
const named = (resources: string[], resourceNames: string[] = []) => ({
  resources: [{ group: '', resources, resourceNames }],
})

/** Rules that no request below can match; `i` tells them apart. */
const never: Readonly<Record<string, (i: number) => Partial<AuditRule>>> = {
  'of other users': i => ({ users: [`nobody-${i}`] }),
  'of other groups': i => ({ userGroups: [`none-${i}`], verbs: ['get', 'list'] }),
  'in other namespaces': i => ({ namespaces: [`gone-${i}`], ...named(['secrets', 'pods']) }),
  'of the same user in other namespaces': i => ({ users: ['jane'], namespaces: [`gone-${i}`] }),
  'about the same with other names': i => ({ namespaces: ['prod'], ...named(['secrets'], [`name-${i}`]) }),
  'about other resources': i => ({ verbs: ['get'], ...named([`things-${i}`, `things-${i}/*`]) }),
  'about other paths': i => ({ nonResourceURLs: [`/part-${i}`, `/${i}/*`] }),
  'crossing each other': i => ({ users: [`u-${i % 100}`, 'jane'], namespaces: [`n-${Math.floor(i / 100)}`] }),
}
const some: readonly Partial<AuditRule>[] = [
  { users: ['system:kube-proxy'], verbs: ['watch'] },
  named(['secrets']),
  { nonResourceURLs: ['/healthz*'] },
  {},
]
const who = { user: 'jane', groups: ['dev', 'system:authenticated'], verb: 'get' }
const requests: readonly AuditRequest[] = [
  ...['secrets', 'pods'].map(resource => ({
    ...{ ...who, apiGroup: '', apiVersion: 'v1', resource, subresource: '', name: 'db', namespace: 'prod' },
    ...{ path: '', resourceRequest: true },
  })),
  ...['/healthz/etcd', '/version'].map(path => ({
    ...{ ...who, apiGroup: '', apiVersion: '', resource: '', subresource: '', name: '', namespace: '' },
    ...{ path, resourceRequest: false },
  })),
]

/** How many rules are asked until each request is decided. */
function asked(rules: readonly AuditRule[]): readonly number[] {
  const compiled = rules.map(compileRule)
  let count = 0
  const first = indexRules(rules, (index, request) => {
    count++
    const rule = compiled[index]
    return rule !== undefined && asks(rule, request)
  })
  return requests.map(request => {
    count = 0
    const found = first(request)
    expect(found).toBe(rules.findIndex(rule => mismatch(rule, request) === undefined))
    return count
  })
}

describe('what is asked does not grow with rules that cannot match', () => {
  it.each(Object.entries(never))('%s', (_, make) => {
    const behind = (count: number): readonly AuditRule[] =>
      [...Array.from({ length: count }, (_, i) => make(i)), ...some].map(rule => ({ ...nothing, ...rule }))
    expect(asked(behind(10_000))).toEqual(asked(behind(10)))
  })
})

it('decides by the first rule that matches where lists are longer than a rule may be copied', () => {
  const { next, times } = generator(5)
  const words = (count: number) => times(count, () => `w${next(60)}`)
  const rules = times(60, (): AuditRule => {
    const lists = { users: words(next(30)), verbs: words(next(30)), userGroups: words(next(3)) }
    if (next(3) === 0)
      return { ...nothing, ...lists, nonResourceURLs: words(3).map(it => `/${it}${it > 'w4' ? '*' : ''}`) }
    return { ...nothing, ...lists, namespaces: words(next(30)), ...named(words(1 + next(20)), words(next(20))) }
  })
  const compiled = rules.map(compileRule)
  const first = indexRules(rules, (index, request) =>
    compiled.slice(index, index + 1).some(rule => asks(rule, request)),
  )
  const found = times(3_000, () => {
    const [user = '', verb = '', resource = '', name = '', namespace = ''] = words(5)
    const resourceRequest = next(4) > 0
    const about = { apiGroup: '', apiVersion: 'v1', resource, subresource: '', name, namespace, path: `/${resource}` }
    const request = { user, groups: words(2), verb, ...about, resourceRequest }
    expect(first(request)).toBe(rules.findIndex(rule => mismatch(rule, request) === undefined))
    return first(request)
  })
  expect(new Set(found).size).toBeGreaterThan(10)
})
