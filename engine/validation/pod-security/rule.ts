import type { Path } from '../../yaml/range.ts'
import type { Container, Pod } from '../pod/pod.ts'

/** One check of the Pod Security Standards. */
export interface Rule {
  /** As Kubernetes calls it. Checks of a level are made, and told, in the order of their ids. */
  readonly id: string
  readonly level: 'baseline' | 'restricted'
  /** In the order of their versions; before the first one, there is no such check. */
  readonly revisions: readonly Revision[]
}

export interface Revision {
  /** The first minor version of the standard that it is part of: 22 is v1.22. */
  readonly since: number
  /** A check of the baseline that is not made where this one is. */
  readonly replaces?: string
  /** `containers`: those of the Pod, from the walker that all checks share. Undefined when nothing is wrong. */
  check(pod: Pod, containers: readonly Container[]): Violation | undefined
}

/** What a check has against a Pod. */
export interface Violation {
  /** Short: `privileged`. */
  readonly reason: string
  /** Made when it is asked for: who only wants to know whether a Pod is let in pays for no words. */
  detail(): string
  /** The fields that decide, from the Pod's root; also one that is missing. */
  paths(): readonly Path[]
}
