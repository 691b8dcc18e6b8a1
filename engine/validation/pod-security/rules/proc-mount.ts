import type { Container, Pod } from '../../pod/pod.ts'
import { called, containersThat, placesIn, quoted, sortedOnce } from '../offenders.ts'
import { unlessOwnUsers } from '../relaxed.ts'
import type { Rule, Violation } from '../rule.ts'

/** Baseline: the parts of /proc that tell of the host stay masked. `procMount` is unset or `Default`. */
export const procMount: Rule = {
  id: 'procMount',
  level: 'baseline',
  revisions: [
    { since: 0, check: checkProcMount },
    { since: 35, check: unlessOwnUsers(checkProcMount) },
  ],
}

export function checkProcMount(pod: Pod, containers: readonly Container[]): Violation | undefined {
  const found = containersThat(containers, ({ securityContext }) => {
    const mount = securityContext?.procMount
    return mount !== undefined && mount !== 'Default'
  })
  if (found.length === 0) return undefined
  return {
    reason: 'procMount',
    detail() {
      const mounts = sortedOnce(found.map(index => containers[index]?.securityContext?.procMount ?? ''))
      return `${called(found, containers)} must not set securityContext.procMount to ${quoted(mounts)}`
    },
    paths: () => placesIn(pod, found, 'securityContext', 'procMount'),
  }
}
