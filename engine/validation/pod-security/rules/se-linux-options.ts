import type { Pod, SecurityContext } from '../../pod/pod.ts'
import { contextsThat, isNobody, type Offenders, placesOf, plural, quoted, setters, valuesOf } from '../offenders.ts'
import type { Revision, Rule } from '../rule.ts'

const types = ['container_t', 'container_init_t', 'container_kvm_t']

/** Baseline: SELinux keeps containers in their own types. `type` is one of a few, `user` and `role` are unset. */
export const seLinuxOptions: Rule = {
  id: 'seLinuxOptions',
  level: 'baseline',
  revisions: [
    { since: 0, check: checkFor(new Set(['', ...types])) },
    { since: 31, check: checkFor(new Set(['', ...types, 'container_engine_t'])) },
  ],
}

function checkFor(allowed: ReadonlySet<string>): Revision['check'] {
  const hasType = ({ seLinuxOptions: it }: SecurityContext) => it?.type !== undefined && !allowed.has(it.type)
  const hasUser = ({ seLinuxOptions: it }: SecurityContext) => it?.user !== undefined && it.user !== ''
  const hasRole = ({ seLinuxOptions: it }: SecurityContext) => it?.role !== undefined && it.role !== ''
  const isForbidden = (context: SecurityContext) =>
    context.seLinuxOptions !== undefined && (hasType(context) || hasUser(context) || hasRole(context))
  return (pod, containers) => {
    const found = contextsThat(pod, containers, isForbidden)
    if (isNobody(found)) return undefined
    const badTypes = valuesOf(pod, containers, found, it => (hasType(it) ? it.seLinuxOptions?.type : undefined))
    const [users, roles] = [contextsThat(pod, containers, hasUser), contextsThat(pod, containers, hasRole)]
    const bad = [
      ...(badTypes.length > 0 ? [`${plural('type', badTypes.length)} ${quoted(badTypes)}`] : []),
      ...(isNobody(users) ? [] : ['user may not be set']),
      ...(isNobody(roles) ? [] : ['role may not be set']),
    ]
    return {
      reason: 'seLinuxOptions',
      detail: `${setters(found, containers)} set forbidden securityContext.seLinuxOptions: ${bad.join('; ')}`,
      paths: [
        ...places(pod, contextsThat(pod, containers, hasType), 'type'),
        ...places(pod, users, 'user'),
        ...places(pod, roles, 'role'),
      ],
    }
  }
}

function places(pod: Pod, found: Offenders, field: string) {
  return placesOf(pod, found, 'seLinuxOptions', field)
}
