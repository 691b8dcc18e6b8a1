import type { SecurityContext } from '../../pod/pod.ts'
import { contextsThat, isNobody, placesOf, setters } from '../offenders.ts'
import type { Rule } from '../rule.ts'

/** Baseline: no Windows container is a process of its host. `hostProcess` is unset or false. */
export const windowsHostProcess: Rule = {
  id: 'windowsHostProcess',
  level: 'baseline',
  revisions: [
    {
      since: 0,
      check(pod, containers) {
        const found = contextsThat(pod, containers, isHostProcess)
        if (isNobody(found)) return undefined
        return {
          reason: 'hostProcess',
          detail: () => `${setters(found, containers)} must not set securityContext.windowsOptions.hostProcess=true`,
          paths: () => placesOf(pod, found, 'windowsOptions', 'hostProcess'),
        }
      },
    },
  ],
}

function isHostProcess({ windowsOptions }: SecurityContext): boolean {
  return windowsOptions?.hostProcess === true
}
