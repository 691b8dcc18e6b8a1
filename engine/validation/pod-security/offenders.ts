import { byBytes } from '../../yaml/go/by-bytes.ts'
import type { Path } from '../../yaml/range.ts'
import { placeOf } from '../pod/containers.ts'
import type { Container, Pod, SecurityContext } from '../pod/pod.ts'

/** What is wrong in a Pod: indexes of containers, and whether the Pod's own security context is. */
export interface Offenders {
  readonly pod: boolean
  readonly containers: readonly number[]
}

const none: readonly number[] = []
const nobody: Offenders = { pod: false, containers: none }

/** The indexes of the containers that are so. Where none is, nothing is made. */
export function containersThat(containers: readonly Container[], is: (it: Container) => boolean): readonly number[] {
  let found: number[] | undefined
  for (let i = 0; i < containers.length; i++) {
    const container = containers[i]
    if (container === undefined || !is(container)) continue
    if (found) found.push(i)
    else found = [i]
  }
  return found ?? none
}

/** The security contexts that are so: the Pod's own and those of containers. Where none is, nothing is made. */
export function contextsThat(
  pod: Pod,
  containers: readonly Container[],
  is: (context: SecurityContext) => boolean,
): Offenders {
  let found: number[] | undefined
  for (let i = 0; i < containers.length; i++) {
    const context = containers[i]?.securityContext
    if (context === undefined || !is(context)) continue
    if (found) found.push(i)
    else found = [i]
  }
  const own = pod.spec.securityContext
  const isPod = own !== undefined && is(own)
  return found || isPod ? { pod: isPod, containers: found ?? none } : nobody
}

export function isNobody(offenders: Offenders): boolean {
  return offenders === nobody
}

/** `pod and containers "a", "b"`. */
export function setters({ pod, containers: found }: Offenders, containers: readonly Container[]): string {
  const names = [...(pod ? ['pod'] : []), ...(found.length > 0 ? [called(found, containers)] : [])]
  return names.join(' and ')
}

/** `container "a"`, `containers "a", "b"`. */
export function called(found: readonly number[], containers: readonly Container[]): string {
  const names = found.map(index => containers[index]?.name ?? '')
  return `${plural('container', names.length)} ${quoted(names)}`
}

export function plural(noun: string, count: number): string {
  return count === 1 ? noun : `${noun}s`
}

/** Between quotation marks, which are not escaped inside: Kubernetes does not either. */
export function quoted(texts: readonly string[]): string {
  return `"${texts.join('", "')}"`
}

/** Each once, sorted as Go sorts. */
export function sortedOnce(texts: Iterable<string>): readonly string[] {
  const once = [...new Set(texts)]
  return once.length > 1 ? once.sort(byBytes) : once
}

/** A field below each of the containers. */
export function placesIn(pod: Pod, found: readonly number[], ...field: Path): readonly Path[] {
  return found.map(index => [...placeOf(pod.spec, index), ...field])
}

/** A field of each of the security contexts. */
export function placesOf(pod: Pod, offenders: Offenders, ...field: Path): readonly Path[] {
  const own: readonly Path[] = offenders.pod ? [['spec', 'securityContext', ...field]] : []
  return [...own, ...placesIn(pod, offenders.containers, 'securityContext', ...field)]
}

/** What the offending contexts hold. */
export function valuesOf(
  pod: Pod,
  containers: readonly Container[],
  offenders: Offenders,
  value: (context: SecurityContext) => string | undefined,
): readonly string[] {
  const contexts = [
    offenders.pod ? pod.spec.securityContext : undefined,
    ...offenders.containers.map(index => containers[index]?.securityContext),
  ]
  return sortedOnce(contexts.flatMap(context => (context && value(context)) ?? []))
}
