import { called, containersThat, placesIn } from '../offenders.ts'
import type { Rule } from '../rule.ts'

/** Baseline: no container may be privileged. `privileged` is unset or false. */
export const privileged: Rule = {
  id: 'privileged',
  level: 'baseline',
  revisions: [
    {
      since: 0,
      check(pod, containers) {
        const found = containersThat(containers, ({ securityContext }) => securityContext?.privileged === true)
        if (found.length === 0) return undefined
        return {
          reason: 'privileged',
          detail: () => `${called(found, containers)} must not set securityContext.privileged=true`,
          paths: () => placesIn(pod, found, 'securityContext', 'privileged'),
        }
      },
    },
  ],
}
