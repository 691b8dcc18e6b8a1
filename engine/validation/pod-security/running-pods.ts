import { byBytes } from '../../yaml/go/by-bytes.ts'
import type { Pod } from '../pod/pod.ts'
import type { Exemptions } from './configuration.ts'
import { reasonsOf, violationsOf } from './evaluate.ts'
import { type LevelVersion, shown } from './policy.ts'

/** A Pod that runs in a namespace already. */
export interface RunningPod {
  readonly pod: Pod
  /** The uid of the workload that it belongs to. */
  readonly controller?: string
}

/** As many as the plugin looks at. */
const atMost = 3000

/**
 * What is told of Pods that break what their namespace enforces from now on: those with the same reasons together, named by
 * the first of them. The plugin also stops after a second, which is not told here.
 */
export function runningWarnings(
  namespace: string,
  enforced: LevelVersion,
  running: readonly RunningPod[],
  { runtimeClasses }: Exemptions,
): readonly string[] {
  const groups = new Map<string, string[]>()
  for (const { pod } of oneOfEachFirst(running).slice(0, atMost)) {
    const { runtimeClassName = '' } = pod.spec
    if (runtimeClassName !== '' && runtimeClasses.includes(runtimeClassName)) continue
    const violations = violationsOf(enforced, pod)
    if (violations.length === 0) continue
    const reasons = reasonsOf(violations)
    const names = groups.get(reasons) ?? []
    names.push(pod.metadata.name ?? '')
    groups.set(reasons, names)
  }
  const told = [...groups].map(([reasons, names]) => `${named(names)}: ${reasons}`).sort(byBytes)
  const level = 'new PodSecurity enforce level'
  const cut = `${level} only checked against the first ${atMost} of ${running.length} existing pods`
  const head = `existing pods in namespace "${namespace}" violate the ${level} "${shown(enforced)}"`
  return [...(running.length > atMost ? [cut] : []), ...(told.length > 0 ? [head, ...told] : [])]
}

/** Pods of one workload are alike, so that one of each comes first. */
function oneOfEachFirst(running: readonly RunningPod[]): readonly RunningPod[] {
  const seen = new Set<string>()
  const others: RunningPod[] = []
  const first = running.filter(it => {
    if (it.controller === undefined) return true
    if (!seen.has(it.controller)) return seen.add(it.controller)
    others.push(it)
    return false
  })
  return [...first, ...others]
}

function named(names: readonly string[]): string {
  const [first = ''] = [...names].sort(byBytes)
  if (names.length === 1) return first
  return names.length === 2 ? `${first} (and 1 other pod)` : `${first} (and ${names.length - 1} other pods)`
}
