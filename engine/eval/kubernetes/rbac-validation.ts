import { pathSegmentErrors } from '../../validation/kubernetes/names.ts'
import type { PolicyRule } from '../../validation/rbac/objects.ts'
import {
  clusterRoleBindingType,
  clusterRoleType,
  roleBindingType,
  roleType,
  writtenBinding,
  writtenRole,
} from '../../validation/rbac/types.ts'
import { bindingErrors, changedRoleErrors, roleErrors } from '../../validation/rbac/validate.ts'
import type { WrittenBinding, WrittenRole } from '../../validation/rbac/written.ts'
import type { Evaluator, Line } from '../evaluator.ts'
import { filled } from './filled.ts'
import { answering, objectExchanges } from './object-exchange.ts'
import { storedSelector } from './stored-selector.ts'

const common = {
  ...{ apiVersion: 'rbac.authorization.k8s.io/v1', hasGeneration: false, nameErrors: pathSegmentErrors },
  otherVersions: ['v1alpha1', 'v1beta1'],
  warnings: () => [],
}
const ofRoles = { ...common, errors: roleErrors, changeErrors: () => [], stored: storedRole }
const ofBindings = { ...common, errors: bindingErrors, changeErrors: changedRoleErrors, stored: storedBinding }

/** What the API server answers to requests about roles and bindings. */
export const rbacExchanges: Evaluator = objectExchanges(
  'a request to the API server about roles and bindings, and the objects before it: its answer',
  {
    roles: answering({
      ...{ ...ofRoles, kind: 'Role', internal: 'rbac.Role', isNamespaced: true, type: roleType },
      take: (decoded, namespace) => writtenRole('Role', decoded, namespace),
    }),
    clusterroles: answering({
      ...{ ...ofRoles, kind: 'ClusterRole', internal: 'rbac.ClusterRole', isNamespaced: false, type: clusterRoleType },
      take: decoded => writtenRole('ClusterRole', decoded, ''),
    }),
    rolebindings: answering({
      ...{
        ...ofBindings,
        kind: 'RoleBinding',
        internal: 'rbac.RoleBinding',
        isNamespaced: true,
        type: roleBindingType,
      },
      take: (decoded, namespace) => writtenBinding('RoleBinding', decoded, namespace),
    }),
    clusterrolebindings: answering({
      ...{
        ...ofBindings,
        kind: 'ClusterRoleBinding',
        internal: 'rbac.ClusterRoleBinding',
        isNamespaced: false,
        type: clusterRoleBindingType,
      },
      take: decoded => writtenBinding('ClusterRoleBinding', decoded, ''),
    }),
  },
)

function storedRole({ rules, aggregation }: WrittenRole): Line {
  return {
    rules: rules.length === 0 ? null : rules.map(storedRule),
    ...(aggregation && { aggregationRule: filled({ clusterRoleSelectors: aggregation.map(storedSelector) }) }),
  }
}

function storedRule({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }: PolicyRule): Line {
  return { verbs, ...filled({ apiGroups, resources, resourceNames, nonResourceURLs }) }
}

function storedBinding({ subjects, roleRef }: WrittenBinding): Line {
  const named = subjects.map(({ kind, apiGroup, name, namespace }) => ({
    kind,
    name,
    ...filled({ apiGroup, namespace }),
  }))
  return { ...filled({ subjects: named }), roleRef }
}
