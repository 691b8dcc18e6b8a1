import { compileAuditPolicy } from '#engine/validation/audit-policy/evaluate.ts'
import { readAuditPolicy } from '#engine/validation/audit-policy/read.ts'
import type { AuditRequest } from '#engine/validation/audit-policy/request.ts'
import { generator } from '#engine/validation/fixtures/generator.ts'
import { asRead, growing, measurable, mixed, type Rate, type Subject } from './subject.ts'

type Decide = ReturnType<typeof compileAuditPolicy>

const verbs = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'] as const
const resources = [
  { apiGroup: '', resource: 'pods' },
  { apiGroup: '', resource: 'secrets' },
  { apiGroup: '', resource: 'configmaps' },
  { apiGroup: '', resource: 'endpoints' },
  { apiGroup: '', resource: 'events' },
  { apiGroup: '', resource: 'nodes' },
  { apiGroup: 'apps', resource: 'deployments' },
  { apiGroup: 'batch', resource: 'jobs' },
  { apiGroup: 'coordination.k8s.io', resource: 'leases' },
]
const paths = ['/healthz', '/livez?verbose', '/version', '/openapi/v2', '/metrics', '/apis/apps/v1'] as const

/** What policies consist of: the noise of the system, paths, secrets, what teams change, and what people do. */
const patterns: readonly ((i: number) => string)[] = [
  i => `{level: None, users: ["system:serviceaccount:kube-system:c${i}"], verbs: [get, list, watch]}`,
  i => `{level: Metadata, namespaces: [team-${i}], resources: [{group: "", resources: [secrets, configmaps]}]}`,
  i => `{level: None, userGroups: ["system:nodes-${i}"], verbs: [get], resources: [{group: "", resources: [nodes]}]}`,
  i => `{level: Request, namespaces: [team-${i}], verbs: [create, update, patch], resources: [{group: apps}]}`,
  i => `{level: None, nonResourceURLs: ["/healthz*", "/part-${i}/*"]}`,
  i => `{level: RequestResponse, users: [user-${i}], resources: [{group: batch, resources: [jobs]}]}`,
  i => `{level: Metadata, namespaces: [team-${i}], resources: [{group: "", resources: [pods/exec, pods/log]}]}`,
]
const rest = [
  '{level: None, resources: [{group: coordination.k8s.io, resources: [leases]}]}',
  '{level: None, resources: [{group: "", resources: [events]}]}',
  '{level: Metadata, omitStages: [RequestReceived]}',
]

/** More rules than a file may hold are read in parts. */
const mostInFile = 2_000

function policy(rules: readonly string[]): readonly string[] {
  const files = Math.ceil(rules.length / mostInFile)
  const head = 'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n'
  return Array.from({ length: files }, (_, file) => {
    const part = rules.slice(file * mostInFile, (file + 1) * mostInFile)
    return head + part.map(rule => `- ${rule}\n`).join('')
  })
}

function usual(count: number): readonly string[] {
  const own = Array.from({ length: count - rest.length }, (_, i) => patterns[i % patterns.length]?.(i) ?? '')
  return [...own, ...rest]
}

/** Requests of people, nodes, controllers and health checks, about what a policy of so many rules names and what it does not. */
function requests(rules: number): readonly AuditRequest[] {
  const { next, one, times } = generator(11)
  const around = Math.max(rules, 20) * 2
  const made = times(mixed, (): AuditRequest => {
    const user = one([
      `user-${next(around)}`,
      `system:serviceaccount:kube-system:c${next(around)}`,
      `system:node:n${next(around)}`,
    ])
    const groups = user.startsWith('system:node')
      ? ['system:nodes', `system:nodes-${next(around)}`, 'system:authenticated']
      : ['system:authenticated', `team-${next(9)}`]
    const who = { user, groups }
    const nothing = { apiGroup: '', apiVersion: '', resource: '', subresource: '', name: '', namespace: '' }
    if (next(8) === 0) return { ...who, ...nothing, verb: 'get', path: one(paths), resourceRequest: false }
    const asked = {
      ...nothing,
      ...resources[next(resources.length)],
      apiVersion: 'v1',
      name: `x${next(999)}`,
      namespace: `team-${next(around)}`,
    }
    const subresource = asked.resource === 'pods' ? one(['', 'log', 'exec']) : ''
    return { ...who, verb: one(verbs), ...asked, subresource, path: '', resourceRequest: true }
  })
  return asRead(made)
}

function compile(parts: readonly string[]): Decide {
  const read = parts.map(text => {
    const { value, refusal } = readAuditPolicy(text)
    if (!value || refusal !== undefined) throw new Error(`refused: ${refusal}`)
    return value
  })
  const rules = read.flatMap(it => it.rules)
  return compileAuditPolicy({ omitStages: [], omitManagedFields: false, ...read[0], rules })
}

const decided: Rate<Decide, AuditRequest> = {
  of: 'requests decided',
  questions: requests,
  ask: (decide, request) => decide(request).rule,
}
const shared = { sizes: growing, compile } satisfies Partial<Subject<Decide, AuditRequest>>
/** The ten rules of a small policy, behind so many that nothing asked about can match. */
const behind = (never: (i: number) => string) => (count: number) =>
  policy([...Array.from({ length: count }, (_, i) => never(i)), ...usual(10)])
const small = (of: string) => [{ ...decided, of, wanted: 'level', questions: () => requests(10) }]

export const auditPolicies = [
  measurable({
    ...shared,
    name: 'audit policy',
    sizes: [10, 50, 100, 1_000, 10_000],
    files: rules => policy(usual(rules)),
    rates: [{ ...decided, wanted: '≥ 3 000 000 with 50' }],
  }),
  measurable({
    ...shared,
    name: 'audit policy of 10 rules behind others of other users',
    files: behind(i => `{level: None, users: [nobody-${i}], verbs: [get, list]}`),
    rates: small('requests decided'),
  }),
  measurable({
    ...shared,
    name: 'audit policy of 10 rules behind others about the same in other namespaces',
    files: behind(i => `{level: None, namespaces: [gone-${i}], resources: [{group: "", resources: [secrets, pods]}]}`),
    rates: small('requests decided'),
  }),
]
