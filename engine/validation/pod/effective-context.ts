import type { ContainerSecurityContext, PodSecurityContext, WindowsOptions } from './pod.ts'

/**
 * What holds in a container, as the kubelet merges it: the container's settings, and the Pod's where it has none.
 * Profiles are not merged here: `seccompOf` and `appArmorOf` choose one whole.
 */
export function effectiveContext(
  own: PodSecurityContext | undefined,
  container: ContainerSecurityContext | undefined,
): ContainerSecurityContext {
  if (own === undefined) return container ?? {}
  const { seccompProfile: _, appArmorProfile: __, ...settings } = container ?? {}
  return {
    ...settings,
    seLinuxOptions: settings.seLinuxOptions ?? own.seLinuxOptions,
    windowsOptions: windowsOptions(own.windowsOptions, settings.windowsOptions),
    runAsUser: settings.runAsUser ?? own.runAsUser,
    runAsGroup: settings.runAsGroup ?? own.runAsGroup,
    runAsNonRoot: settings.runAsNonRoot ?? own.runAsNonRoot,
  }
}

/** The one setting whose fields are merged one by one. */
function windowsOptions(own: WindowsOptions | undefined, container: WindowsOptions | undefined) {
  if (own === undefined || container === undefined) return container ?? own
  return {
    hostProcess: container.hostProcess ?? own.hostProcess,
    runAsUserName: container.runAsUserName ?? own.runAsUserName,
  }
}
