import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { compileRbac } from './authorize.ts'
import { escalation } from './escalation.ts'
import { actionOf } from './fixtures/action.ts'
import { compileRule } from './rule.ts'

const read = <T>(name: string, shape: z.ZodType<T>): T =>
  shape.parse(parse(readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), 'utf8')))
const words = z.array(z.string()).default([])
const rule = z.strictObject({
  ...{ verbs: words, apiGroups: words, resources: words, resourceNames: words, nonResourceURLs: words },
})
const namespace = z.string().default('')

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
    expect(escalation(ann, holds, grants)).toBe(missing.length === 0 ? undefined : refusal + missing.join('\n'))
  })
  it('tells errors that were met', () => {
    const wanted = { verbs: ['get'], apiGroups: [''], resources: ['pods'], resourceNames: [], nonResourceURLs: [] }
    expect(escalation(ann, [], [wanted], ['a', 'b'])).toMatch(/Verbs:\["get"\]\}; resolution errors: \[a b\]$/)
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
  const { objects, questions, who } = read(
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
    }),
  )
  const { authorize, whoCan, rulesFor } = compileRbac(objects)

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
  it('tells bindings that lead nowhere', () => {
    expect(rulesFor({ user: 'eve', groups: [] }, 'dev')).toEqual({
      rules: [],
      errors: ['clusterrole.rbac.authorization.k8s.io "gone" not found'],
    })
  })
})
