/** A Pod, or what a workload makes Pods from, as the API server holds it: what is not set is undefined, never null. */
export interface Pod {
  readonly metadata: PodMetadata
  readonly spec: PodSpec
}

export interface PodMetadata {
  readonly name?: string | undefined
  readonly generateName?: string | undefined
  readonly annotations?: Readonly<Record<string, string>> | undefined
}

export interface PodSpec {
  readonly containers: readonly Container[]
  readonly initContainers?: readonly Container[] | undefined
  readonly ephemeralContainers?: readonly Container[] | undefined
  readonly volumes?: readonly Volume[] | undefined
  readonly securityContext?: PodSecurityContext | undefined
  readonly hostNetwork?: boolean | undefined
  readonly hostPID?: boolean | undefined
  readonly hostIPC?: boolean | undefined
  /** False: root in the Pod is an ordinary user outside. */
  readonly hostUsers?: boolean | undefined
  readonly os?: { readonly name: string } | undefined
  readonly runtimeClassName?: string | undefined
}

/** One of any of the three lists. */
export interface Container {
  readonly name: string
  readonly image?: string | undefined
  readonly ports?: readonly ContainerPort[] | undefined
  readonly securityContext?: ContainerSecurityContext | undefined
  readonly livenessProbe?: Handler | undefined
  readonly readinessProbe?: Handler | undefined
  readonly startupProbe?: Handler | undefined
  readonly lifecycle?: { readonly postStart?: Handler | undefined; readonly preStop?: Handler | undefined } | undefined
}

export interface ContainerPort {
  readonly containerPort?: number | undefined
  readonly hostPort?: number | undefined
}

/** What a probe or a hook calls, as far as it may call another host. */
export interface Handler {
  readonly httpGet?: { readonly host?: string | undefined } | undefined
  readonly tcpSocket?: { readonly host?: string | undefined } | undefined
}

/** Its source stands under the key that is the source's type: `configMap`, `hostPath`. */
export interface Volume {
  readonly name: string
  readonly [type: string]: unknown
}

/** Settings that a Pod and a container both have; the container's win. */
export interface SecurityContext {
  readonly runAsUser?: number | undefined
  readonly runAsGroup?: number | undefined
  readonly runAsNonRoot?: boolean | undefined
  readonly seLinuxOptions?: SeLinuxOptions | undefined
  readonly windowsOptions?: WindowsOptions | undefined
  readonly seccompProfile?: Profile | undefined
  readonly appArmorProfile?: Profile | undefined
}

export interface PodSecurityContext extends SecurityContext {
  readonly sysctls?: readonly { readonly name: string }[] | undefined
}

export interface ContainerSecurityContext extends SecurityContext {
  readonly privileged?: boolean | undefined
  readonly allowPrivilegeEscalation?: boolean | undefined
  readonly readOnlyRootFilesystem?: boolean | undefined
  readonly capabilities?: Capabilities | undefined
  readonly procMount?: string | undefined
}

export interface Capabilities {
  readonly add?: readonly string[] | undefined
  readonly drop?: readonly string[] | undefined
}

export interface SeLinuxOptions {
  readonly user?: string | undefined
  readonly role?: string | undefined
  readonly type?: string | undefined
  readonly level?: string | undefined
}

export interface WindowsOptions {
  readonly hostProcess?: boolean | undefined
  readonly runAsUserName?: string | undefined
}

/** A seccomp or an AppArmor profile: `RuntimeDefault`, `Localhost` or `Unconfined`. */
export interface Profile {
  readonly type: string
  readonly localhostProfile?: string | undefined
}
