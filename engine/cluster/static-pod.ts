import type { Path, Range } from '../yaml/range.ts'

/** Where a container's file system shows one of the pod's volumes. */
export interface Mount {
  readonly volume: string
  readonly path: string
  readonly readOnly: boolean
  readonly subPath: string
}

/** A volume; what is no hostPath is an own, empty directory or something that a static pod cannot have. */
export interface Volume {
  readonly name: string
  readonly hostPath?: { readonly path: string; readonly type: string }
}

export interface SeccompField {
  readonly type: string
  readonly localhostProfile?: string
}

export interface Container {
  readonly name: string
  /** `command` and then `args`, each word with its path in the manifest. */
  readonly words: readonly { readonly text: string; readonly path: Path }[]
  readonly mounts: readonly Mount[]
  readonly privileged: boolean
  readonly noNewPrivileges: boolean
  readonly readOnlyRoot: boolean
  readonly seccomp?: SeccompField
  readonly path: Path
}

/** A pod that a kubelet runs from a file of its manifest directory. */
export interface StaticPod {
  /** The manifest's path on the host, and its text. */
  readonly file: string
  readonly text: string
  readonly name: string
  readonly namespace: string
  readonly containers: readonly Container[]
  readonly volumes: readonly Volume[]
  readonly seccomp?: SeccompField
  rangeOf(path: Path): Range | undefined
}

/** Why a kubelet does not run a manifest, in its words. */
export interface RefusedManifest {
  readonly file: string
  readonly text: string
  readonly words: string
  readonly range?: Range
}

/** Reads one manifest as the kubelet does: first document, unknown fields dropped, then validated. Never throws. */
export function readStaticPod(file: string, text: string): { pod: StaticPod } | { refused: RefusedManifest } {
  return { refused: { file, text, words: "couldn't parse as pod" } }
}
