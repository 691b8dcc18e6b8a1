import type { Decoded } from '../kubernetes/decode.ts'
import { list, pointer, struct, text } from '../kubernetes/decode-types.ts'
import { labelSelector } from '../kubernetes/label-selector-type.ts'
import { objectMeta, typeMeta } from '../kubernetes/metadata-type.ts'
import type { Binding, Role } from './objects.ts'
import { rbacGroup } from './validate.ts'
import type { WrittenBinding, WrittenRole, WrittenSubject } from './written.ts'

const words = list(text())
const rules = list(
  struct('v1.PolicyRule', {
    verbs: words,
    apiGroups: words,
    resources: words,
    resourceNames: words,
    nonResourceURLs: words,
  }),
)
const subject = struct('v1.Subject', { kind: text(), apiGroup: text(), name: text(), namespace: text() })
const bound = {
  ...typeMeta,
  metadata: objectMeta,
  subjects: list(subject),
  roleRef: struct('v1.RoleRef', { apiGroup: text(), kind: text(), name: text() }),
}

/** `rbac.authorization.k8s.io/v1`. */
export const roleType = struct('v1.Role', { ...typeMeta, metadata: objectMeta, rules })
export const clusterRoleType = struct('v1.ClusterRole', {
  ...typeMeta,
  metadata: objectMeta,
  rules,
  aggregationRule: pointer(struct('v1.AggregationRule', { clusterRoleSelectors: list(labelSelector) })),
})
export const roleBindingType = struct('v1.RoleBinding', bound)
export const clusterRoleBindingType = struct('v1.ClusterRoleBinding', bound)

export type DecodedRole = Decoded<typeof roleType> & Partial<Decoded<typeof clusterRoleType>>
export type DecodedBinding = Decoded<typeof roleBindingType>

/** `namespace` is that of the request; a ClusterRole has none. */
export function writtenRole(kind: Role['kind'], decoded: DecodedRole, namespace: string): WrittenRole {
  const { metadata, rules, aggregationRule } = decoded
  const selectors = aggregationRule && { aggregation: aggregationRule.clusterRoleSelectors }
  return { kind, name: metadata.name, namespace: kind === 'Role' ? namespace : '', rules, ...selectors }
}

/** With its defaults: the group of the role, and that of users and groups. */
export function writtenBinding(
  kind: Binding['kind'],
  { metadata, subjects, roleRef }: DecodedBinding,
  namespace: string,
): WrittenBinding {
  return {
    ...{ kind, name: metadata.name, namespace: kind === 'RoleBinding' ? namespace : '' },
    roleRef: { ...roleRef, apiGroup: roleRef.apiGroup || rbacGroup },
    subjects: subjects.map(withGroup),
  }
}

function withGroup(subject: WrittenSubject): WrittenSubject {
  const isNamed = subject.kind === 'User' || subject.kind === 'Group'
  return isNamed ? { ...subject, apiGroup: subject.apiGroup || rbacGroup } : subject
}
