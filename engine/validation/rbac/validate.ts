import { every, type FieldError, inJson, invalid, notSupported, required } from '../kubernetes/field-error.ts'
import { at, child, type FieldPath } from '../kubernetes/field-path.ts'
import { type LabelSelector, labelSelectorErrors } from '../kubernetes/label-selector.ts'
import { pathSegmentErrors, subdomainErrors } from '../kubernetes/names.ts'
import type { PolicyRule } from './objects.ts'
import type { WrittenBinding, WrittenRole, WrittenSubject } from './written.ts'

export const rbacGroup = 'rbac.authorization.k8s.io'

/** What validation says of a Role or a ClusterRole, behind its metadata. */
export function roleErrors({ kind, rules, aggregation }: WrittenRole): readonly FieldError[] {
  const errors = rules.flatMap((rule, index) => ruleErrors(rule, kind === 'Role', at('rules', index)))
  return aggregation ? [...errors, ...aggregationErrors(aggregation)] : errors
}

/** The words in a rule may be any; only that they are there is asked. */
function ruleErrors(rule: PolicyRule, isNamespaced: boolean, place: FieldPath): readonly FieldError[] {
  const { verbs, apiGroups, resources, resourceNames, nonResourceURLs } = rule
  const errors = verbs.length > 0 ? [] : [required(child(place, 'verbs'), 'verbs must contain at least one value')]
  if (nonResourceURLs.length > 0) {
    const wrong = (why: string) => invalid(child(place, 'nonResourceURLs'), inJson(nonResourceURLs), why)
    if (isNamespaced) errors.push(wrong('namespaced rules cannot apply to non-resource URLs'))
    if (apiGroups.length > 0 || resources.length > 0 || resourceNames.length > 0)
      errors.push(wrong('rules cannot apply to both regular resources and non-resource URLs'))
    return errors
  }
  if (apiGroups.length === 0)
    errors.push(required(child(place, 'apiGroups'), 'resource rules must supply at least one api group'))
  if (resources.length === 0)
    errors.push(required(child(place, 'resources'), 'resource rules must supply at least one resource'))
  return errors
}

function aggregationErrors(selectors: readonly LabelSelector[]): readonly FieldError[] {
  const place = at('aggregationRule', 'clusterRoleSelectors')
  if (selectors.length === 0)
    return [required(place, 'at least one clusterRoleSelector required if aggregationRule is non-nil')]
  return selectors.flatMap((selector, index) => {
    const here = child(place, index)
    const errors = labelSelectorErrors(selector, here)
    // It is checked a second time by making a selector of it, and what is printed is the one that was not made.
    return errors.length === 0 ? [] : [...errors, invalid(here, inJson(undefined), 'invalid label selector.')]
  })
}

/** The same of a RoleBinding or a ClusterRoleBinding. The role need not be there. */
export function bindingErrors({ kind, roleRef, subjects }: WrittenBinding): readonly FieldError[] {
  const isNamespaced = kind === 'RoleBinding'
  const kinds = isNamespaced ? ['Role', 'ClusterRole'] : ['ClusterRole']
  const nameAt = at('roleRef', 'name')
  return [
    ...(roleRef.apiGroup === rbacGroup ? [] : [notSupported(at('roleRef', 'apiGroup'), roleRef.apiGroup, [rbacGroup])]),
    ...(kinds.includes(roleRef.kind) ? [] : [notSupported(at('roleRef', 'kind'), roleRef.kind, kinds)]),
    ...(roleRef.name === '' ? [required(nameAt)] : every(nameAt, roleRef.name, pathSegmentErrors(roleRef.name))),
    ...subjects.flatMap((subject, index) => subjectErrors(subject, isNamespaced, at('subjects', index))),
  ]
}

function subjectErrors({ kind, apiGroup, name, namespace }: WrittenSubject, isNamespaced: boolean, place: FieldPath) {
  const errors: FieldError[] = name === '' ? [required(child(place, 'name'))] : []
  const groupAt = child(place, 'apiGroup')
  if (kind === 'ServiceAccount') {
    if (name !== '') errors.push(...every(child(place, 'name'), name, subdomainErrors(name)))
    if (apiGroup !== '') errors.push(notSupported(groupAt, apiGroup, ['']))
    if (!isNamespaced && namespace === '') errors.push(required(child(place, 'namespace')))
  } else if (kind === 'User' || kind === 'Group') {
    if (apiGroup !== rbacGroup) errors.push(notSupported(groupAt, apiGroup, [rbacGroup]))
  } else errors.push(notSupported(child(place, 'kind'), kind, ['ServiceAccount', 'User', 'Group']))
  return errors
}

/** What changing a binding is refused for: the role it is about stays. */
export function changedRoleErrors(before: WrittenBinding, after: WrittenBinding): readonly FieldError[] {
  const [{ roleRef: old }, { roleRef }] = [before, after]
  if (old.apiGroup === roleRef.apiGroup && old.kind === roleRef.kind && old.name === roleRef.name) return []
  const { apiGroup: APIGroup, kind: Kind, name: Name } = roleRef
  return [invalid(at('roleRef'), inJson({ APIGroup, Kind, Name }), 'cannot change roleRef')]
}
