import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { fixtureCases } from '../../yaml/caret-fixture.ts'
import { lineColumn } from '../../yaml/place.ts'
import { aggregateRules } from './aggregate-rules.ts'
import { compileRbac } from './authorize.ts'
import { escalation } from './escalation.ts'
import { rbacFindings } from './finding-codes.ts'
import { actionOf } from './fixtures/action.ts'
import { forbiddenMessage } from './forbidden.ts'
import { refusalOfBinding, refusalOfRole } from './may-grant.ts'
import { readRbac } from './read.ts'
import { compileRule } from './rule.ts'
import { changedRoleErrors, rbacGroup } from './validate.ts'

const read = <T>(name: string, shape: z.ZodType<T>): T =>
  shape.parse(parse(readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), 'utf8')))
const words = z.array(z.string()).default([])
const rule = z.strictObject({
  ...{ verbs: words, apiGroups: words, resources: words, resourceNames: words, nonResourceURLs: words },
})
const namespace = z.string().default('')

describe('fixtures/findings.yaml', () => {
  const cases = fixtureCases(readFileSync(new URL('fixtures/findings.yaml', import.meta.url), 'utf8'))
  it.each(cases)('$title', ({ text, expected }) => {
    const { findings, refused } = readRbac(text)
    const placed = findings.map(({ code, range }) => ({ code, ...lineColumn(text, range?.start ?? 0) }))
    expect(placed.sort((a, b) => a.line - b.line || a.column - b.column)).toEqual(expected)
    expect(findings.every(({ severity }) => severity === 'error')).toBe(true)
    expect(findings.length > 0).toBe(refused.length > 0)
  })
  it('has a failing case for every code', () => {
    const shown = new Set(cases.flatMap(({ expected }) => expected.map(({ code }) => code)))
    expect(Object.keys(rbacFindings).filter(code => !shown.has(code))).toEqual([])
  })
  it('reads what stands there, with defaults', () => {
    const { value, others } = readRbac(cases[0]?.text ?? '')
    expect(value?.roles.map(({ kind, namespace, name }) => [kind, namespace, name])).toEqual([
      ['Role', 'dev', 'a:B c'],
      ['ClusterRole', '', 'system:all'],
    ])
    const [own, whole] = value?.bindings ?? []
    expect([own?.namespace, whole?.namespace, others]).toEqual(['default', '', 1])
    expect(own?.subjects.map(({ apiGroup }) => apiGroup)).toEqual([rbacGroup, rbacGroup, ''])
    expect(own?.roleRef.apiGroup).toBe(rbacGroup)
  })
})

it('does not let a binding go to another role', () => {
  const binding = (name: string) => {
    const lines = [`apiVersion: ${rbacGroup}/v1`, 'kind: RoleBinding', 'metadata: { name: b }']
    return readRbac([...lines, `roleRef: { kind: Role, name: ${name} }`].join('\n')).value?.bindings[0]
  }
  const [one, other] = [binding('a'), binding('b')]
  if (!one || !other) throw new Error('The bindings were not read.')
  expect(changedRoleErrors(one, one)).toEqual([])
  expect(changedRoleErrors(one, other).map(({ message }) => message)).toEqual([
    `roleRef: Invalid value: {"APIGroup":"${rbacGroup}","Kind":"Role","Name":"b"}: cannot change roleRef`,
  ])
})

describe('fixtures/rules.yaml', () => {
  it.each(read('rules', z.array(z.strictObject({ rule, allows: words, refuses: words }))))(
    '%j',
    ({ rule, allows, refuses }) => {
      const allowsAction = compileRule(rule)
      expect(allows.filter(it => !allowsAction(actionOf(it)))).toEqual([])
      expect(refuses.filter(it => allowsAction(actionOf(it)))).toEqual([])
    },
  )
})

describe('fixtures/escalation.yaml', () => {
  const shape = z.strictObject({ name: z.string(), holds: z.array(rule), grants: z.array(rule), missing: words })
  const ann = { user: 'ann', groups: ['team', 'system:authenticated'] }
  const who = 'user "ann" (groups=["team" "system:authenticated"])'
  const refusal = `${who} is attempting to grant RBAC permissions not currently held:\n`
  it.each(read('escalation', z.array(shape)))('$name', ({ holds, grants, missing }) => {
    const refused = missing.length === 0 ? undefined : { refused: refusal + missing.join('\n') }
    expect(escalation(ann, holds, grants)).toEqual(refused)
  })
  it('tells errors that were met', () => {
    const wanted = { verbs: ['get'], apiGroups: [''], resources: ['pods'], resourceNames: [], nonResourceURLs: [] }
    expect(escalation(ann, [], [wanted], ['a', 'b'])).toEqual({
      refused: expect.stringMatching(/Verbs:\["get"\]\}; resolution errors: \[a b\]$/),
    })
    const many = Array.from({ length: 100 }, (_, index) => `r${index}`)
    const huge = { ...wanted, verbs: many, apiGroups: many, resources: many }
    expect(escalation(ann, [wanted], [huge])).toEqual({ undecided: expect.stringContaining('1000000 single') })
  })
})

describe('fixtures/authorize.yaml', () => {
  const role = z.strictObject({
    ...{ kind: z.enum(['Role', 'ClusterRole']), name: z.string(), namespace, rules: z.array(rule) },
  })
  const binding = z.strictObject({
    ...{ kind: z.enum(['RoleBinding', 'ClusterRoleBinding']), name: z.string(), namespace },
    roleRef: z.strictObject({ kind: z.string(), name: z.string() }),
    subjects: z.array(z.strictObject({ kind: z.string(), name: z.string(), namespace })),
  })
  const { objects, questions, who, grants } = read(
    'authorize',
    z.strictObject({
      objects: z.strictObject({ roles: z.array(role), bindings: z.array(binding) }),
      questions: z.array(
        z.strictObject({
          ...{ who: z.string(), asks: z.string(), in: namespace, why: z.string().optional() },
          ...{ rule: z.number().optional(), refused: z.string().default('') },
        }),
      ),
      who: z.array(z.strictObject({ asks: z.string(), in: namespace, can: z.array(z.string()) })),
      grants: z.array(
        z.strictObject({
          ...{ who: z.string(), writes: z.string(), in: namespace, rules: z.array(rule).default([]) },
          ...{ names: z.string().default(''), status: z.number().optional(), message: z.string().optional() },
        }),
      ),
    }),
  )
  const rbac = compileRbac(objects)
  const { authorize, whoCan, rulesFor } = rbac

  it.each(questions)('$who asks to $asks in "$in"', ({ who, asks, in: namespace, why, rule, refused }) => {
    const [user = '', ...groups] = who.split(' + ')
    const answer = authorize({ user, groups, ...actionOf(asks, namespace) })
    expect(answer).toMatchObject(
      why === undefined ? { allowed: false, reason: refused } : { allowed: true, reason: why, grant: { rule } },
    )
    const { rules } = rulesFor({ user, groups }, namespace)
    const one = rules.some(it => it.role.rules.some(each => compileRule(each)(actionOf(asks, namespace))))
    expect(one).toBe(why !== undefined)
  })
  it.each(who)('who can $asks in "$in"', ({ asks, in: namespace, can }) => {
    const subjects = whoCan(actionOf(asks, namespace)).map(it => it.binding.subjects[it.subject])
    expect(subjects.map(it => `${it?.kind} ${it?.name}`)).toEqual(can)
  })
  it.each(grants)('$who writes a $writes in "$in" $names', asked => {
    const [user = '', ...groups] = asked.who.split(' + ')
    const where = { name: 'new', namespace: asked.in }
    const [kind = '', name = ''] = asked.names.split('/')
    const target = objects.roles.find(it => it.kind === kind && it.name === name)
    const refusal =
      asked.writes === 'Role' || asked.writes === 'ClusterRole'
        ? refusalOfRole(rbac, { user, groups }, { kind: asked.writes, ...where, rules: asked.rules }, true)
        : refusalOfBinding(
            rbac,
            { user, groups },
            { kind: 'RoleBinding', ...where, roleRef: { kind, name }, subjects: [] },
            target,
          )
    expect(refusal).toEqual(asked.status && { status: asked.status, message: asked.message })
  })
  it('tells bindings that lead nowhere', () => {
    expect(rulesFor({ user: 'eve', groups: [] }, 'dev')).toEqual({
      rules: [],
      errors: ['clusterrole.rbac.authorization.k8s.io "gone" not found'],
    })
  })
})

it.each([
  [
    'get pods/web',
    'dev',
    '',
    'pods "web" is forbidden: User "<a>" cannot get resource "pods" in API group "" in the namespace "dev"',
  ],
  [
    'list nodes',
    '',
    'because',
    'nodes is forbidden: User "<a>" cannot list resource "nodes" in API group "" at the cluster scope: because',
  ],
  [
    'create pods/web:exec',
    'dev',
    '',
    'pods "web" is forbidden: User "<a>" cannot create resource "pods/exec" in API group "" in the namespace "dev"',
  ],
  [
    'get deployments.apps',
    'dev',
    '',
    'deployments.apps is forbidden: User "<a>" cannot get resource "deployments" in API group "apps" in the namespace "dev"',
  ],
  ['get /metrics', '', '', 'forbidden: User "<a>" cannot get path "/metrics"'],
])('refuses %s in "%s" with the words of the API server', (asks, namespace, reason, words) => {
  const request = { user: '<a>', groups: [], ...actionOf(asks, namespace) }
  expect(forbiddenMessage(request, reason)).toBe(words.replace('<a>', '&lt;a&gt;'))
})

it('gathers the rules of roles by their labels: by name, each once, never its own', () => {
  const one = (verb: string) => ({
    ...{ verbs: [verb], apiGroups: [''], resources: ['pods'], resourceNames: [], nonResourceURLs: [] },
  })
  const role = (
    name: string,
    verbs: readonly string[],
    label = 'yes',
    kind: 'Role' | 'ClusterRole' = 'ClusterRole',
  ) => ({
    ...{ kind, name, namespace: '', rules: verbs.map(one), labels: new Map([['to-admin', label]]) },
  })
  const selector = { matchLabels: new Map([['to-admin', 'yes']]), matchExpressions: [] }
  const roles = [
    ...[role('b', ['list', 'get']), role('a', ['get']), role('admin', ['delete']), role('c', ['create'], 'no')],
    role('d', ['patch'], 'yes', 'Role'),
  ]
  const rules = aggregateRules({ name: 'admin' }, [selector, selector], roles)
  expect(rules.map(({ verbs }) => verbs)).toEqual([['get'], ['list']])
})
