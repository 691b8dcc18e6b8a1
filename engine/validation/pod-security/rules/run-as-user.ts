import type { Container, Pod, SecurityContext } from '../../pod/pod.ts'
import { contextsThat, isNobody, placesOf, setters } from '../offenders.ts'
import { unlessOwnUsers } from '../relaxed.ts'
import type { Rule, Violation } from '../rule.ts'

/** Restricted: nothing asks for root by its number. `runAsUser` is unset or not 0. */
export const runAsUser: Rule = {
  id: 'runAsUser',
  level: 'restricted',
  revisions: [
    { since: 23, check },
    { since: 35, check: unlessOwnUsers(check) },
  ],
}

function check(pod: Pod, containers: readonly Container[]): Violation | undefined {
  const found = contextsThat(pod, containers, isRoot)
  if (isNobody(found)) return undefined
  return {
    reason: 'runAsUser=0',
    detail: () => `${setters(found, containers)} must not set runAsUser=0`,
    paths: () => placesOf(pod, found, 'runAsUser'),
  }
}

function isRoot({ runAsUser }: SecurityContext): boolean {
  return runAsUser === 0
}
