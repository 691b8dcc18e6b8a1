import type { Placed } from './containers.ts'
import type { RuntimeProfile, Unstartable } from './profile.ts'

/** How a node's kubelet is set. */
export interface SeccompSettings {
  /** What it gives a container for which nothing is asked: `RuntimeDefault` instead of nothing. */
  readonly seccompDefault: boolean
  /** The folder that profiles are looked for in: `/var/lib/kubelet/seccomp`. */
  readonly folder: string
}

/**
 * The seccomp profile that the kubelet asks for: the container's, else the Pod's, else the node's. The one that is nearest
 * decides alone; annotations are not looked at.
 */
export function seccompOf(
  { pod, container, path }: Placed,
  { seccompDefault, folder }: SeccompSettings,
): RuntimeProfile | Unstartable {
  const own = container.securityContext?.seccompProfile
  const profile = own ?? pod.spec.securityContext?.seccompProfile
  if (profile === undefined) return { type: seccompDefault ? 'RuntimeDefault' : 'Unconfined' }
  const at = [...(own ? path : ['spec']), 'securityContext', 'seccompProfile']
  if (profile.type === 'RuntimeDefault') return { type: 'RuntimeDefault', path: at }
  // The API server lets no other type through; the kubelet would take it for none.
  if (profile.type !== 'Localhost') return { type: 'Unconfined', path: at }
  if (!profile.localhostProfile) {
    const refused = 'localhostProfile must be set if seccompProfile type is Localhost.'
    return { refused, path: [...at, 'localhostProfile'] }
  }
  return { type: 'Localhost', name: joined(folder, profile.localhostProfile), path: at }
}

/** Two paths as Go joins them: without empty steps, and with the steps back taken. */
function joined(folder: string, file: string): string {
  const whole = folder === '' ? file : `${folder}/${file}`
  const isAbsolute = whole.startsWith('/')
  const steps: string[] = []
  for (const step of whole.split('/')) {
    if (step === '' || step === '.') continue
    const isBack = step === '..' && steps.length > 0 && steps.at(-1) !== '..'
    if (isBack) steps.pop()
    else if (step !== '..' || !isAbsolute) steps.push(step)
  }
  return isAbsolute ? `/${steps.join('/')}` : steps.join('/') || '.'
}
