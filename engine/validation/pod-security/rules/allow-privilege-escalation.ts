import type { Container, Pod } from '../../pod/pod.ts'
import { called, containersThat, placesIn } from '../offenders.ts'
import { unlessWindows } from '../relaxed.ts'
import type { Rule, Violation } from '../rule.ts'

/** Restricted: no program in a container may gain more rights than its parent. `allowPrivilegeEscalation` is false. */
export const allowPrivilegeEscalation: Rule = {
  id: 'allowPrivilegeEscalation',
  level: 'restricted',
  revisions: [
    { since: 8, check },
    { since: 25, check: unlessWindows(check) },
  ],
}

function check(pod: Pod, containers: readonly Container[]): Violation | undefined {
  const found = containersThat(containers, ({ securityContext }) => securityContext?.allowPrivilegeEscalation !== false)
  if (found.length === 0) return undefined
  return {
    reason: 'allowPrivilegeEscalation != false',
    detail: () => `${called(found, containers)} must set securityContext.allowPrivilegeEscalation=false`,
    paths: () => placesIn(pod, found, 'securityContext', 'allowPrivilegeEscalation'),
  }
}
