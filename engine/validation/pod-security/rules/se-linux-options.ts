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
    const withType = () => contextsThat(pod, containers, hasType)
    const withUser = () => contextsThat(pod, containers, hasUser)
    const withRole = () => contextsThat(pod, containers, hasRole)
    return {
      reason: 'seLinuxOptions',
      detail() {
        const bad = valuesOf(pod, containers, withType(), it => it.seLinuxOptions?.type)
        const why = [
          ...(bad.length > 0 ? [`${plural('type', bad.length)} ${quoted(bad)}`] : []),
          ...(isNobody(withUser()) ? [] : ['user may not be set']),
          ...(isNobody(withRole()) ? [] : ['role may not be set']),
        ]
        return `${setters(found, containers)} set forbidden securityContext.seLinuxOptions: ${why.join('; ')}`
      },
      paths: () => [
        ...places(pod, withType(), 'type'),
        ...places(pod, withUser(), 'user'),
        ...places(pod, withRole(), 'role'),
      ],
    }
  }
}

function places(pod: Pod, found: Offenders, field: string) {
  return placesOf(pod, found, 'seLinuxOptions', field)
}
