import type { Range } from '../../yaml/range.ts'

/** One runtime that a RuntimeClass can ask for by its handler. */
export interface Runtime {
  /** `io.containerd.runc.v2`; empty when the configuration does not say. */
  readonly type: string
  /** `runtime_path`: the shim itself, instead of one found by `type`. */
  readonly path: string
  /** The table that sets it; none for what containerd has without configuration. */
  readonly range?: Range
  /** The value of `runtime_type`. */
  readonly typeRange?: Range
}

/** A table of runtimes that stands where this version of the file is not read. */
export interface UnreadRuntime {
  readonly handler: string
  readonly range: Range
  /** One sentence with the remedy. */
  readonly why: string
}

/** containerd's configuration as far as it decides which runtime a pod gets. */
export interface ContainerdConfig {
  /** As written; 1 when it is not said. */
  readonly version: number
  readonly runtimes: ReadonlyMap<string, Runtime>
  readonly defaultRuntime: string
  readonly defaultRange?: Range
  readonly unread: readonly UnreadRuntime[]
  /** `disabled_plugins` names the plugin that answers the kubelet. */
  readonly disabled?: Range
  /** Files that are laid over this one: what they change is not known. */
  readonly imported: readonly string[]
}
