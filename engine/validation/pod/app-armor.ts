import { goQuoted } from '../../yaml/go/go-quoted.ts'
import type { Path } from '../../yaml/range.ts'
import { type Placed, placedContainers } from './containers.ts'
import type { Pod, Profile } from './pod.ts'
import type { RuntimeProfile, Unstartable } from './profile.ts'

/** With a container's name behind it, the annotation that chose its profile before there were fields. */
export const appArmorAnnotation = 'container.apparmor.security.beta.kubernetes.io/'

/**
 * The AppArmor profile that the kubelet asks for: the container's field, else its annotation (which static Pods may have
 * alone), else the Pod's field. Undefined where none is asked for: the runtime then uses its own.
 */
export function appArmorOf(placed: Placed): RuntimeProfile | Unstartable | undefined {
  const { pod, container, path } = placed
  const own = container.securityContext?.appArmorProfile
  if (own) return asked(own, [...path, 'securityContext', 'appArmorProfile'])
  const annotated = annotationOf(placed)
  if (annotated) return annotated
  const common = pod.spec.securityContext?.appArmorProfile
  return common && asked(common, ['spec', 'securityContext', 'appArmorProfile'])
}

function asked({ type, localhostProfile }: Profile, path: Path): RuntimeProfile | Unstartable {
  if (type === 'RuntimeDefault' || type === 'Unconfined') return { type, path }
  if (type !== 'Localhost')
    return { refused: `unknown apparmor profile type: ${goQuoted(type)}`, path: [...path, 'type'] }
  if (localhostProfile === undefined)
    return { refused: 'missing localhost apparmor profile name', path: [...path, 'localhostProfile'] }
  return { type, name: localhostProfile, path }
}

/** One that cannot be read counts for nothing. */
function annotationOf({ pod, container }: Placed): RuntimeProfile | undefined {
  const key = `${appArmorAnnotation}${container.name}`
  const value = pod.metadata.annotations?.[key]
  const path = ['metadata', 'annotations', key]
  if (value === 'unconfined') return { type: 'Unconfined', path }
  if (value === 'runtime/default') return { type: 'RuntimeDefault', path }
  if (!value?.startsWith('localhost/')) return undefined
  return { type: 'Localhost', name: value.slice('localhost/'.length), path }
}

/** What the kubelet of a node without AppArmor has against a Pod that asks for it in any place. */
export function appArmorRefusal(pod: Pod): Unstartable | undefined {
  const path = requiredBy(pod)
  return path && { refused: 'Cannot enforce AppArmor: AppArmor is not enabled on the host', path }
}

function requiredBy(pod: Pod): Path | undefined {
  const { metadata, spec } = pod
  const isRequired = (profile: Profile | undefined) => profile !== undefined && profile.type !== 'Unconfined'
  if (isRequired(spec.securityContext?.appArmorProfile)) return ['spec', 'securityContext', 'appArmorProfile']
  const asking = placedContainers(pod).find(({ container }) => isRequired(container.securityContext?.appArmorProfile))
  if (asking) return [...asking.path, 'securityContext', 'appArmorProfile']
  const annotations = Object.entries(metadata.annotations ?? {})
  const [key] = annotations.find(([name, value]) => name.startsWith(appArmorAnnotation) && value !== 'unconfined') ?? []
  return key === undefined ? undefined : ['metadata', 'annotations', key]
}
