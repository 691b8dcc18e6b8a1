import type { Container, Pod } from '../../pod/pod.ts'
import { called, containersThat, placesIn } from '../offenders.ts'
import { unlessWindows } from '../relaxed.ts'
import type { Rule, Violation } from '../rule.ts'
import { explicitlyUnfiltered, isFiltering } from '../seccomp.ts'

/** Restricted: seccomp filters every container, by its own profile or by the Pod's, and nothing says otherwise. */
export const seccompProfileRestricted: Rule = {
  id: 'seccompProfile_restricted',
  level: 'restricted',
  revisions: [
    { since: 19, replaces: 'seccompProfile_baseline', check },
    { since: 25, replaces: 'seccompProfile_baseline', check: unlessWindows(check) },
  ],
}

function check(pod: Pod, containers: readonly Container[]): Violation | undefined {
  const explicit = explicitlyUnfiltered(pod, containers)
  if (explicit) return explicit
  if (isFiltering(pod.spec.securityContext?.seccompProfile?.type)) return undefined
  const found = containersThat(containers, ({ securityContext }) => securityContext?.seccompProfile === undefined)
  if (found.length === 0) return undefined
  return {
    reason: 'seccompProfile',
    detail: () =>
      `pod or ${called(found, containers)} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"`,
    paths: () => placesIn(pod, found, 'securityContext', 'seccompProfile', 'type'),
  }
}
