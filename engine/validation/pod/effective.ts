import { appArmorOf, appArmorRefusal } from './app-armor.ts'
import { capabilitiesOf, type EffectiveCapabilities } from './capabilities.ts'
import type { Placed } from './containers.ts'
import { effectiveContext } from './effective-context.ts'
import { type ImageUser, nonRootRefusal } from './non-root.ts'
import type { ContainerSecurityContext } from './pod.ts'
import type { RuntimeProfile, Unstartable } from './profile.ts'
import { type SeccompSettings, seccompOf } from './seccomp.ts'

export interface NodeSettings extends SeccompSettings {
  /** Whether its kernel has AppArmor turned on. */
  readonly hasAppArmor: boolean
}

/** What a container may do on a node once it runs. */
export interface EffectiveSecurity {
  readonly seccomp: RuntimeProfile
  readonly appArmor: RuntimeProfile
  readonly capabilities: EffectiveCapabilities
  /** The number, or the image's name for it; undefined where nothing tells. */
  readonly user: number | string | undefined
  /** Whether a program may gain more rights than its parent has, as `sudo` does. */
  readonly mayGainPrivileges: boolean
  readonly isPrivileged: boolean
  readonly hasReadOnlyRoot: boolean
  /** Whether the parts of /proc that tell of the host are masked. */
  readonly isProcMasked: boolean
}

/**
 * What comes of a container's settings on a node: the kubelet's choice, and what containerd makes of it. Or the first thing
 * that keeps it from starting. `podText` is how the kubelet tells of the Pod: `web_default(1f7c…)`.
 */
export function effectiveSecurity(
  placed: Placed,
  node: NodeSettings,
  image: ImageUser,
  podText: string,
): EffectiveSecurity | Unstartable {
  const { pod, container, path } = placed
  const context = effectiveContext(pod.spec.securityContext, container.securityContext)
  const refusal = (node.hasAppArmor ? undefined : appArmorRefusal(pod)) ?? nonRootRefusal(placed, image, podText)
  if (refusal) return refusal
  const seccomp = seccompOf(placed, node)
  if ('refused' in seccomp) return seccomp
  const appArmor = appArmorOf(placed)
  if (appArmor && 'refused' in appArmor) return appArmor
  const isPrivileged = context.privileged === true
  const unconfined = { type: 'Unconfined', path: [...path, 'securityContext', 'privileged'] } as const
  return {
    // containerd filters nothing in a privileged container, and gives it no profile of its own.
    seccomp: isPrivileged ? unconfined : seccomp,
    appArmor: !node.hasAppArmor
      ? { type: 'Unconfined' }
      : isPrivileged && appArmor?.type !== 'Localhost'
        ? unconfined
        : (appArmor ?? { type: 'RuntimeDefault' }),
    capabilities: capabilitiesOf(context.capabilities, isPrivileged),
    user: context.runAsUser ?? image.uid ?? image.name,
    mayGainPrivileges: mayGainPrivileges(context),
    isPrivileged,
    hasReadOnlyRoot: context.readOnlyRootFilesystem === true,
    isProcMasked: !isPrivileged && isProcMasked(context),
  }
}

/** Unset is as good as true. */
export function mayGainPrivileges({ allowPrivilegeEscalation }: ContainerSecurityContext): boolean {
  return allowPrivilegeEscalation !== false
}

/** What the kubelet asks for; containerd masks nothing in a privileged container. */
export function isProcMasked({ procMount }: ContainerSecurityContext): boolean {
  return procMount !== 'Unmasked'
}
