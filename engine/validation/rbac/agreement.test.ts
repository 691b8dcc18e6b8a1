import { expect, it } from 'vitest'
import { generator } from '../fixtures/generator.ts'
import { compileRbac } from './authorize.ts'
import { coverage } from './covers.ts'
import type { AccessRequest, Action, Binding, PolicyRule, Role, Subject } from './objects.ts'
import { compileRule } from './rule.ts'

const { next, one, some, shuffled, times } = generator(11)
const groups = ['dev', 'ops']
const rule = (): PolicyRule => {
  const none = { apiGroups: [], resources: [], resourceNames: [], nonResourceURLs: [] }
  const verbs = some(['get', 'list', '*'], 1)
  if (next(4) === 0) return { ...none, verbs, nonResourceURLs: some(['/a', '/a*', '/a/*', '*', '/ab'], 1) }
  return {
    ...none,
    verbs,
    apiGroups: some(['', 'apps', '*'], 1),
    resources: some(['pods', 'pods/log', '*/log', 'secrets', '*', '*/*', 'pods/*'], 1),
    resourceNames: some(['a', 'b'], 7),
  }
}
const action = (): Action => {
  const none = { apiGroup: '', resource: '', subresource: '', name: '', namespace: '', path: '' }
  const verb = one(['get', 'list', 'watch'])
  if (next(4) === 0) return { ...none, verb, path: one(['/a', '/a/b', '/ab', '/c']), resourceRequest: false }
  return {
    ...{ ...none, verb, apiGroup: one(['', 'apps', 'batch']), resource: one(['pods', 'secrets', 'nodes']) },
    ...{ subresource: one(['', '', 'log', 'exec']), name: one(['', 'a', 'c']), namespace: one(['', 'n', 'm']) },
    resourceRequest: true,
  }
}
const request = (): AccessRequest => ({
  ...action(),
  user: one(['ann', 'bob', 'system:serviceaccount:n:ci']),
  groups: some(groups, 4),
})
const subject = (): Subject => ({
  kind: one(['User', 'Group', 'ServiceAccount']),
  name: one(['ann', 'dev', 'ci', 'bob']),
  namespace: one(['', 'n']),
})
const role = (): Role => {
  const kind = one<Role['kind']>(['Role', 'ClusterRole'])
  const namespace = kind === 'Role' ? one(['n', 'm']) : ''
  return { kind, name: one(['r', 's']), namespace, rules: times(1 + next(4), rule) }
}
const binding = (): Binding => {
  const kind = one<Binding['kind']>(['RoleBinding', 'ClusterRoleBinding'])
  const roleRef = { kind: kind === 'ClusterRoleBinding' ? kind.slice(0, 11) : one(['Role', 'ClusterRole']) }
  const namespace = kind === 'RoleBinding' ? one(['n', 'm']) : ''
  const subjects = times(next(4), subject)
  return { kind, name: `b${next(100)}`, namespace, roleRef: { ...roleRef, name: one(['r', 's', 't']) }, subjects }
}

it('whoever covers rules may do all that they allow', () => {
  let covered = 0
  for (let round = 0; round < 3000; round++) {
    const [held, wanted] = [times(1 + next(3), rule), [rule()]]
    const found = coverage(held, wanted)
    if (!('uncovered' in found) || found.uncovered.length > 0) continue
    covered++
    const [mine, theirs] = [held.map(compileRule), wanted.map(compileRule)]
    for (const asked of times(20, action))
      if (theirs.some(allows => allows(asked))) expect(mine.some(allows => allows(asked))).toBe(true)
  }
  expect(covered).toBeGreaterThan(200)
})

it('the order of bindings never matters, one more never takes away, and who can agrees', () => {
  const seen = { allowed: 0, refused: 0 }
  for (let round = 0; round < 400; round++) {
    const roles = [...new Map(times(12, role).map(it => [`${it.kind}${it.namespace}${it.name}`, it])).values()]
    const bindings = times(12, binding)
    const plain = compileRbac({ roles, bindings })
    const mixed = compileRbac({ roles: shuffled(roles), bindings: shuffled(bindings) })
    const more = compileRbac({ roles, bindings: [...bindings, binding()] })
    for (const asked of times(20, request)) {
      const answer = plain.authorize(asked)
      seen[answer.allowed ? 'allowed' : 'refused']++
      expect(mixed.authorize(asked).allowed).toBe(answer.allowed)
      if (answer.allowed) expect(more.authorize(asked).allowed).toBe(true)
      const can = plain.whoCan(asked).some(({ binding, subject }) => {
        const { kind, name, namespace } = binding.subjects[subject] ?? { kind: '', name: '', namespace: '' }
        if (kind === 'Group') return asked.groups.includes(name)
        const account = `system:serviceaccount:${namespace || binding.namespace}:${name}`
        return asked.user === (kind === 'User' ? name : account)
      })
      expect(can).toBe(answer.allowed)
    }
  }
  expect(Math.min(seen.allowed, seen.refused)).toBeGreaterThan(300)
})
