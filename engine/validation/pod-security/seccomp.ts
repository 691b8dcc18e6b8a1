import type { Container, Pod, SecurityContext } from '../pod/pod.ts'
import { contextsThat, isNobody, placesOf, quoted, setters, valuesOf } from './offenders.ts'
import type { Violation } from './rule.ts'

export function isFiltering(type: string | undefined): boolean {
  return type === 'RuntimeDefault' || type === 'Localhost'
}

/** Profiles that are set and filter nothing. The letters' case counts. */
export function explicitlyUnfiltered(pod: Pod, containers: readonly Container[]): Violation | undefined {
  const found = contextsThat(pod, containers, isUnfiltered)
  if (isNobody(found)) return undefined
  return {
    reason: 'seccompProfile',
    detail() {
      const types = valuesOf(pod, containers, found, ({ seccompProfile }) => seccompProfile?.type)
      return `${setters(found, containers)} must not set securityContext.seccompProfile.type to ${quoted(types)}`
    },
    paths: () => placesOf(pod, found, 'seccompProfile', 'type'),
  }
}

function isUnfiltered({ seccompProfile }: SecurityContext): boolean {
  return seccompProfile !== undefined && !isFiltering(seccompProfile.type)
}
