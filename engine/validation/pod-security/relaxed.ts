import type { Pod } from '../pod/pod.ts'
import type { Revision } from './rule.ts'

type Check = Revision['check']

/** Since v1.25, what makes sense on Linux alone is not asked of a Pod that says it is for Windows. */
export function unlessWindows(check: Check): Check {
  return (pod, containers) => (pod.spec.os?.name === 'windows' ? undefined : check(pod, containers))
}

/** Since v1.35, a Pod with users of its own may be root in it. */
export function unlessOwnUsers(check: Check): Check {
  return (pod, containers) => (hasOwnUsers(pod) ? undefined : check(pod, containers))
}

function hasOwnUsers({ spec }: Pod): boolean {
  return spec.hostUsers === false
}
