import type { Path } from '../../yaml/range.ts'
import type { Container, Pod, PodSpec } from './pod.ts'

/**
 * All containers of a Pod in the order in which Kubernetes' policies name them: init, regular, ephemeral.
 * Nothing is made anew for a Pod that has only regular ones.
 */
export function containersOf({ containers, initContainers = none, ephemeralContainers = none }: PodSpec) {
  if (initContainers.length === 0 && ephemeralContainers.length === 0) return containers
  return [...initContainers, ...containers, ...ephemeralContainers]
}

/** Where the container with this index in `containersOf` stands, from the Pod's root. */
export function placeOf({ containers, initContainers = none }: PodSpec, index: number): Path {
  const regular = index - initContainers.length
  if (regular < 0) return ['spec', 'initContainers', index]
  const ephemeral = regular - containers.length
  return ephemeral < 0 ? ['spec', 'containers', regular] : ['spec', 'ephemeralContainers', ephemeral]
}

const none: readonly Container[] = []

/** A container with its Pod and its place in it. */
export interface Placed {
  readonly pod: Pod
  readonly container: Container
  /** From the Pod's root. */
  readonly path: Path
}

/** The same containers, each with its place. */
export function placedContainers(pod: Pod): readonly Placed[] {
  return containersOf(pod.spec).map((container, index) => ({ pod, container, path: placeOf(pod.spec, index) }))
}
