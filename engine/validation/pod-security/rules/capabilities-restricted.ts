import type { Container, Pod } from '../../pod/pod.ts'
import { addedBeyond, addsBeyond } from '../capabilities.ts'
import { called, containersThat, placesIn } from '../offenders.ts'
import { unlessWindows } from '../relaxed.ts'
import type { Rule, Violation } from '../rule.ts'

const allowed: ReadonlySet<string> = new Set(['NET_BIND_SERVICE'])

/** Restricted: every container drops ALL capabilities and may add NET_BIND_SERVICE alone. */
export const capabilitiesRestricted: Rule = {
  id: 'capabilities_restricted',
  level: 'restricted',
  revisions: [
    { since: 22, replaces: 'capabilities_baseline', check },
    { since: 25, replaces: 'capabilities_baseline', check: unlessWindows(check) },
  ],
}

function check(pod: Pod, containers: readonly Container[]): Violation | undefined {
  const keeping = containersThat(containers, keepsSome)
  const adding = containersThat(containers, container => addsBeyond(allowed, container))
  if (keeping.length === 0 && adding.length === 0) return undefined
  const added = adding.length > 0 ? addedBeyond(allowed, adding, pod, containers) : undefined
  return {
    reason: 'unrestricted capabilities',
    detail() {
      const kept = `${called(keeping, containers)} must set securityContext.capabilities.drop=["ALL"]`
      return [...(keeping.length > 0 ? [kept] : []), ...(added ? [added.detail()] : [])].join('; ')
    },
    paths: () => [...placesIn(pod, keeping, 'securityContext', 'capabilities', 'drop'), ...(added?.paths() ?? [])],
  }
}

/** Only `ALL` in capital letters counts; to drop each by its name is not enough. */
function keepsSome({ securityContext }: Container): boolean {
  return securityContext?.capabilities?.drop?.includes('ALL') !== true
}
