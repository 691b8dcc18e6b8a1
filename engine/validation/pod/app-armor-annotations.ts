import { securityContext } from '../kubernetes/core/container-type.ts'
import { appArmorProfileOf } from './annotation-profiles.ts'
import { appArmorAnnotation } from './app-armor.ts'
import type { DecodedContainer, DecodedPod } from './decoded.ts'

/**
 * Profiles that a Pod names for its containers in annotations, as Kubernetes did before it had fields for them: they are
 * copied into the fields of containers that have none, and warned of.
 */
export function appArmorFromAnnotations(pod: DecodedPod): {
  readonly pod: DecodedPod
  readonly warnings: readonly string[]
} {
  const { metadata, spec } = pod
  const hasAny = [...metadata.annotations.keys()].some(key => key.startsWith(appArmorAnnotation))
  if (!hasAny || spec.os?.name === 'windows') return { pod, warnings: [] }
  const warnings: string[] = []
  const own = spec.securityContext?.appArmorProfile
  const copied = <T extends DecodedContainer>(container: T): T => {
    const key = `${appArmorAnnotation}${container.name}`
    const written = metadata.annotations.get(key)
    const context = container.securityContext
    if (written === undefined || context?.appArmorProfile) return container
    const profile = appArmorProfileOf(written)
    if (profile && own?.type === profile.type && own.localhostProfile === profile.localhostProfile) return container
    warnings.push(`metadata.annotations[${key}]: deprecated since v1.30; use the "appArmorProfile" field instead`)
    if (!profile) return container
    return { ...container, securityContext: { ...(context ?? noContext), appArmorProfile: profile } }
  }
  const initContainers = spec.initContainers.map(copied)
  const containers = spec.containers.map(copied)
  return { pod: { ...pod, spec: { ...spec, initContainers, containers } }, warnings }
}

const noContext = securityContext.zero()
