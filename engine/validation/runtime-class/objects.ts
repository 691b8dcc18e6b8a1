import type { Path, Range } from '../../yaml/range.ts'
import type { FieldError } from '../kubernetes/field-error.ts'
import type { Resources } from './resources.ts'
import type { Toleration } from './toleration.ts'

interface Written {
  /** Of a pod without a name, what `generateName` begins with: so refusals call it. */
  readonly name: string
  /** The number of its document in the file, from 0. */
  readonly document: number
  /** Where a field's value stands; where it is missing, what it is missing from. */
  rangeOf(path: Path): Range
}

/** `node.k8s.io/v1` RuntimeClass. */
export interface RuntimeClass extends Written {
  readonly handler: string
  readonly overhead?: Resources
  readonly nodeSelector: ReadonlyMap<string, string>
  readonly tolerations: readonly Toleration[]
}

/** A Pod as far as it decides where and with which runtime it runs. */
export interface Pod extends Written {
  readonly runtimeClassName?: string
  readonly overhead?: Resources
  readonly nodeName: string
  readonly nodeSelector: ReadonlyMap<string, string>
  readonly tolerations: readonly Toleration[]
  /** It asks for nodes by more than labels. */
  readonly hasAffinity: boolean
  /** What validation says of it, after admission. */
  readonly invalid: readonly FieldError[]
}

/** What `kubectl apply` sends to the API server of a file. */
export interface Manifests {
  readonly classes: readonly RuntimeClass[]
  readonly pods: readonly Pod[]
}
