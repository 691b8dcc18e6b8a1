import { generator } from '#engine/validation/fixtures/generator.ts'
import { compileRbac, type Rbac } from '#engine/validation/rbac/authorize.ts'
import type { AccessRequest } from '#engine/validation/rbac/objects.ts'
import { readRbac } from '#engine/validation/rbac/read.ts'
import { inFiles } from './in-files.ts'
import { asRead, growing, measurable, mixed } from './subject.ts'

const verbs = ['get', 'list', 'watch', 'create', 'update', 'delete'] as const
const resources = ['pods', 'secrets', 'configmaps', 'services', 'deployments'] as const

/** A role and its binding are one of the counted: some for all namespaces, most for one. */
const patterns: readonly ((i: number) => string)[] = [
  i =>
    pair(
      i,
      'ClusterRole',
      `User, name: user-${i}`,
      '{apiGroups: [""], resources: [pods, "pods/log"], verbs: [get, list, watch]}',
    ),
  i =>
    pair(
      i,
      'Role',
      `ServiceAccount, name: sa-${i}`,
      '{apiGroups: ["", apps], resources: [secrets, deployments], verbs: ["*"]}',
    ),
  i =>
    pair(
      i,
      'Role',
      `Group, name: team-${i}`,
      `{apiGroups: [""], resources: [configmaps], resourceNames: [c${i}], verbs: [get]}`,
    ),
  i => pair(i, 'ClusterRole', `Group, name: ops-${i}`, '{nonResourceURLs: ["/healthz", "/metrics*"], verbs: [get]}'),
]

function pair(i: number, kind: 'Role' | 'ClusterRole', subject: string, rule: string): string {
  const metadata = kind === 'Role' ? `{name: r${i}, namespace: ns-${i % 50}}` : `{name: r${i}}`
  const head = (of: string) => `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${of}\nmetadata: ${metadata}\n`
  const given = subject.startsWith('Service') ? subject : `${subject}, apiGroup: rbac.authorization.k8s.io`
  const bound = `roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ${kind}, name: r${i}}\nsubjects: [{kind: ${given}}]\n`
  return `${head(kind)}rules: [${rule}]\n---\n${head(`${kind}Binding`)}${bound}`
}

function compile(files: readonly string[]): Rbac {
  const read = files.map(text => readRbac(text))
  const refused = read.flatMap(it => it.refused)[0]
  if (refused) throw new Error(`refused: ${refused.words}`)
  return compileRbac({
    roles: read.flatMap(({ value }) => value?.roles ?? []),
    bindings: read.flatMap(({ value }) => value?.bindings ?? []),
  })
}

function requests(count: number): readonly AccessRequest[] {
  const { next, one, times } = generator(41)
  return asRead(
    times(mixed, (): AccessRequest => {
      const i = next(count)
      const namespace = `ns-${i % 50}`
      const user = one([`user-${i}`, `system:serviceaccount:${namespace}:sa-${i}`, 'somebody'])
      const who = { user, groups: [`team-${i}`, `ops-${next(count)}`, 'system:authenticated'] }
      const about = { verb: one(verbs), apiGroup: '', resource: one(resources), subresource: '', name: `c${i}` }
      if (next(8) > 0) return { ...who, ...about, namespace, path: '', resourceRequest: true }
      const path = one(['/healthz', '/metrics/slis', '/version'])
      return { ...who, ...about, verb: 'get', resource: '', name: '', namespace: '', path, resourceRequest: false }
    }),
  )
}

export const rbacObjects = [
  measurable<Rbac, AccessRequest>({
    name: 'RBAC, roles with their bindings',
    sizes: growing,
    files: count => inFiles(Array.from({ length: count }, (_, i) => patterns[i % patterns.length]?.(i) ?? '')),
    compile,
    rates: [
      {
        of: 'requests authorised',
        questions: requests,
        ask: (rbac, request) => (rbac.authorize(request).allowed ? 1 : 0),
      },
    ],
  }),
]
