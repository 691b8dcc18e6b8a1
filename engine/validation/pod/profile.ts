import type { Path } from '../../yaml/range.ts'

/** What the kubelet asks the runtime to put on a container. */
export interface RuntimeProfile {
  readonly type: 'RuntimeDefault' | 'Localhost' | 'Unconfined'
  /** Of `Localhost`: the path of a seccomp profile's file on the node, or the name of an AppArmor profile in its kernel. */
  readonly name?: string
  /** The field or annotation that decides; undefined where nothing in the Pod does. */
  readonly path?: Path
}

/** Why the kubelet does not even make a container: the words of its event, and the field that decides. */
export interface Unstartable {
  readonly refused: string
  readonly path: Path
}
