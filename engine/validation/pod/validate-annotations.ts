import { byBytes } from '../../yaml/go/by-bytes.ts'
import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { parseJson } from '../../yaml/go/json.ts'
import { type FieldError, forbidden, invalid } from '../kubernetes/field-error.ts'
import { child, type FieldPath, keyed } from '../kubernetes/field-path.ts'
import { type DecodedProfile, seccompProfileOf } from './annotation-profiles.ts'
import { appArmorAnnotation } from './app-armor.ts'
import type { DecodedPod } from './decoded.ts'
import { descendingErrors } from './paths.ts'

export const seccompOfPod = 'seccomp.security.alpha.kubernetes.io/pod'
export const seccompOfContainer = 'container.seccomp.security.alpha.kubernetes.io/'
export const mirror = 'kubernetes.io/config.mirror'
const oldTolerations = 'scheduler.alpha.kubernetes.io/tolerations'
const deletionCost = 'controller.kubernetes.io/pod-deletion-cost'

/** What validation says of annotations that had a meaning before there were fields for it. */
export function annotationErrors({ metadata, spec }: DecodedPod, at: FieldPath): readonly FieldError[] {
  const { annotations } = metadata
  if (annotations.size === 0) return []
  const sorted = [...annotations].sort(([a], [b]) => byBytes(a, b))
  const names = [...spec.initContainers, ...spec.containers, ...spec.ephemeralContainers].map(({ name }) => name)
  const errors: FieldError[] = []
  const ofMirror = annotations.get(mirror)
  if (ofMirror !== undefined && spec.nodeName === '')
    errors.push(invalid(keyed(at, mirror), ofMirror, 'must set spec.nodeName if mirror pod annotation is set'))
  const tolerations = annotations.get(oldTolerations)
  const parsed = tolerations ? parseJson(tolerations) : undefined
  if (parsed && 'error' in parsed) errors.push(invalid(at, oldTolerations, parsed.error))
  const cost = annotations.get(deletionCost)
  for (const [key, value] of sorted) {
    if (key !== seccompOfPod && !key.startsWith(seccompOfContainer)) continue
    const here = child(at, key)
    const profile = seccompProfileOf(value)
    if (!profile) errors.push(invalid(here, value, 'must be a valid seccomp profile'))
    else if (profile.localhostProfile !== undefined) errors.push(...descendingErrors(profile.localhostProfile, here))
  }
  for (const [key, value] of sorted) {
    if (!key.startsWith(appArmorAnnotation)) continue
    const name = key.slice(appArmorAnnotation.length)
    const here = keyed(at, key)
    if (!names.includes(name)) errors.push(invalid(here, name, 'container not found'))
    if (!/^$|^runtime\/default$|^unconfined$|^localhost\//.test(value))
      errors.push(invalid(here, value, `invalid AppArmor profile name: ${goQuoted(value)}`))
  }
  if (cost !== undefined && !/^(?:0|-?[1-9]\d{0,9})$/.test(cost))
    errors.push(invalid(keyed(at, deletionCost), cost, 'must be a 32bit integer'))
  return errors
}

/** Annotations and fields that say different things of a new Pod’s seccomp profiles and AppArmor profiles. */
export function mismatchErrors({ metadata: { annotations }, spec }: DecodedPod, at: FieldPath): readonly FieldError[] {
  if (annotations.size === 0) return []
  const own = spec.securityContext
  const containers = (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap(list =>
    spec[list].map((container, index) => ({ container, here: child(at, list, index, 'securityContext') })),
  )
  const ofPod = child(at, 'securityContext', 'seccompProfile')
  return [
    ...differences(annotations.get(seccompOfPod), own?.seccompProfile, 'seccomp', ofPod),
    ...containers.flatMap(({ container: { name, securityContext }, here }) => {
      const written = annotations.get(`${seccompOfContainer}${name}`)
      return differences(written, securityContext?.seccompProfile, 'seccomp', child(here, 'seccompProfile'))
    }),
    ...(spec.os?.name === 'windows' ? [] : containers).flatMap(({ container: { name, securityContext }, here }) => {
      const written = annotations.get(`${appArmorAnnotation}${name}`)
      const profile = securityContext?.appArmorProfile ?? own?.appArmorProfile
      return differences(written, profile, 'apparmor', child(here, 'appArmorProfile'))
    }),
  ]
}

/** Only a field of a type that is known says something. */
function differences(
  written: string | undefined,
  profile: DecodedProfile | undefined,
  of: 'seccomp' | 'apparmor',
  here: FieldPath,
): readonly FieldError[] {
  if (written === undefined || !profile) return []
  const must = 'in annotation and field must match'
  const wrongType = [forbidden(child(here, 'type'), `${of} type ${must}`)]
  const { type, localhostProfile } = profile
  if (type === 'Unconfined') return written === 'unconfined' ? [] : wrongType
  if (type === 'RuntimeDefault')
    return written === 'runtime/default' || (of === 'seccomp' && written === 'docker/default') ? [] : wrongType
  if (type !== 'Localhost') return []
  if (!written.startsWith('localhost/')) return wrongType
  return written.slice('localhost/'.length) === localhostProfile
    ? []
    : [forbidden(child(here, 'localhostProfile'), `${of} profile ${must}`)]
}
