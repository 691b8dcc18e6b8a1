import type { Path } from '../../yaml/range.ts'
import type { GoType } from '../kubernetes/decode.ts'
import { pathSegmentErrors } from '../kubernetes/names.ts'
import type { ManifestKind } from '../kubernetes/take-manifest.ts'
import {
  clusterRoleBindingType,
  clusterRoleType,
  type DecodedBinding,
  type DecodedRole,
  roleBindingType,
  roleType,
  writtenBinding,
  writtenRole,
} from './types.ts'
import { bindingErrors, roleErrors } from './validate.ts'

const common = { apiVersion: 'rbac.authorization.k8s.io/v1', nameErrors: pathSegmentErrors, whatIs }

/** What the fields of roles and bindings are called in codes of findings. */
const called: Readonly<Record<string, string>> = {
  ...{ metadata: 'metadata', rules: 'rule', aggregationRule: 'aggregation', roleRef: 'role-ref', subjects: 'subject' },
}

function whatIs([field = '']: Path): string {
  return called[field] ?? 'metadata'
}

/** The kinds of objects that hold rules, and those that give them to someone. */
export const roleKinds = [roles('Role', roleType), roles('ClusterRole', clusterRoleType)]
export const bindingKinds = [
  bindings('RoleBinding', roleBindingType),
  bindings('ClusterRoleBinding', clusterRoleBindingType),
]

function roles<T extends DecodedRole>(kind: 'Role' | 'ClusterRole', type: GoType<T>) {
  const errors = (decoded: T) => roleErrors(writtenRole(kind, decoded, ''))
  return { ...common, kind, isNamespaced: kind === 'Role', type, errors } satisfies ManifestKind<T>
}

function bindings<T extends DecodedBinding>(kind: 'RoleBinding' | 'ClusterRoleBinding', type: GoType<T>) {
  const errors = (decoded: T) => bindingErrors(writtenBinding(kind, decoded, ''))
  return { ...common, kind, isNamespaced: kind === 'RoleBinding', type, errors } satisfies ManifestKind<T>
}
