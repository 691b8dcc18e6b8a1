import type { Pod } from '#engine/validation/pod/pod.ts'
import { newestVersion, type Violated, violationsOf } from '#engine/validation/pod-security/evaluate.ts'
import { versionText } from '#engine/validation/pod-security/policy.ts'
import type { Lines, Tally, TallyRow } from '../playground.ts'
import { counter } from './counter.ts'

/** A Pod under both levels at every version of the standards: which checks are in its way, and at how many. */
export function tallyPodSecurity(pod: Pod, linesOf: (violated: Violated) => Lines | undefined): Tally {
  const counts = counter<string>()
  const seen = new Map<string, Violated>()
  let admitted = 0
  for (const level of ['baseline', 'restricted'] as const)
    for (let version = 0; version <= newestVersion; version++) {
      const violated = violationsOf({ level, version }, pod)
      if (violated.length === 0) admitted++
      for (const it of violated) {
        counts.add(it.check)
        seen.set(it.check, it)
      }
    }
  const rows = Array.from(seen, ([check, violated]): TallyRow => {
    const lines = linesOf(violated)
    return { label: 'Check', says: violated.reason, ...(lines && { lines }), count: counts.of(check) }
  })
  return {
    total: 2 * (newestVersion + 1),
    asked: 'levels',
    chosen: `baseline and restricted, from ${versionText(0)} to ${versionText(newestVersion)}, after which nothing changes`,
    rows: [...rows, { label: 'Admitted', says: 'no check is in the way', count: admitted }],
  }
}
