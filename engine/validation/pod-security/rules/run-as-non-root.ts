import type { Container, Pod, SecurityContext } from '../../pod/pod.ts'
import { called, containersThat, contextsThat, isNobody, placesIn, placesOf, setters } from '../offenders.ts'
import { unlessOwnUsers } from '../relaxed.ts'
import type { Rule, Violation } from '../rule.ts'

/**
 * Restricted: every container runs as somebody else than root, by its own `runAsNonRoot` or by the Pod's, and nothing says
 * otherwise. A `runAsUser` does not take its place.
 */
export const runAsNonRoot: Rule = {
  id: 'runAsNonRoot',
  level: 'restricted',
  revisions: [
    { since: 0, check },
    { since: 35, check: unlessOwnUsers(check) },
  ],
}

function check(pod: Pod, containers: readonly Container[]): Violation | undefined {
  const explicit = contextsThat(pod, containers, saysFalse)
  if (!isNobody(explicit))
    return {
      reason: 'runAsNonRoot != true',
      detail: () => `${setters(explicit, containers)} must not set securityContext.runAsNonRoot=false`,
      paths: () => placesOf(pod, explicit, 'runAsNonRoot'),
    }
  if (pod.spec.securityContext?.runAsNonRoot === true) return undefined
  const found = containersThat(containers, ({ securityContext }) => securityContext?.runAsNonRoot === undefined)
  if (found.length === 0) return undefined
  return {
    reason: 'runAsNonRoot != true',
    detail: () => `pod or ${called(found, containers)} must set securityContext.runAsNonRoot=true`,
    paths: () => placesIn(pod, found, 'securityContext', 'runAsNonRoot'),
  }
}

function saysFalse({ runAsNonRoot }: SecurityContext): boolean {
  return runAsNonRoot === false
}
