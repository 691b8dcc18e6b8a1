import type { Range } from '../../../yaml/range.ts'
import { defaultCapabilities } from '../default-profile.ts'
import type { Arch, SeccompEntry, SeccompProfile } from '../profile.ts'

/** When an entry is taken or left out. An empty list asks nothing. */
export interface Condition {
  readonly caps: readonly string[]
  /** As Go calls them: `amd64`, `arm64`. */
  readonly arches: readonly string[]
  /** `4.8`; empty when nothing is asked. */
  readonly minKernel: string
}

export interface DockerEntry extends SeccompEntry {
  /** The older way to name one call. */
  readonly name: string
  readonly nameRange?: Range
  /** A name or a number, which only CRI-O and Podman read. */
  readonly errno: string
  readonly includes?: Condition
  readonly excludes?: Condition
}

/** A profile as Docker, CRI-O and Podman read it, before they know for which container. */
export interface DockerProfile extends SeccompProfile {
  readonly syscalls: readonly DockerEntry[]
  readonly archMap: readonly { readonly architecture: string; readonly subArchitectures: readonly string[] }[]
  readonly archMapRange?: Range
  readonly defaultErrno: string
}

/** `dockerd`: Docker, from its release of 2020 on. `cri-o`: CRI-O, and Podman, which share a library. */
export type Reader = 'dockerd' | 'cri-o'

/** What the same file is resolved for. */
export interface Circumstances {
  readonly reader: Reader
  /** The machine’s own table. */
  readonly arch: Arch
  /** The container’s bounding set: `CAP_…`. */
  readonly capabilities: readonly string[]
  /** Of the machine: `6.8`, or longer as `uname -r` says it. */
  readonly kernel: string
}

/** Docker, on a kernel of these years, and a container that asks for nothing. */
export const usualDocker: Circumstances = {
  reader: 'dockerd',
  arch: 'x86_64',
  capabilities: defaultCapabilities,
  kernel: '6.8',
}
