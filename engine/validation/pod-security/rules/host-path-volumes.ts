import { plural, quoted } from '../offenders.ts'
import type { Rule } from '../rule.ts'
import { volumesThat } from '../volumes.ts'

/** Baseline: no volume is a directory of the host. */
export const hostPathVolumes: Rule = {
  id: 'hostPathVolumes',
  level: 'baseline',
  revisions: [
    {
      since: 0,
      check({ spec }) {
        const found = volumesThat(spec, volume => volume.hostPath !== undefined)
        if (found.length === 0) return undefined
        return {
          reason: 'hostPath volumes',
          detail: () => `${plural('volume', found.length)} ${quoted(found.map(({ volume }) => volume.name))}`,
          paths: () => found.map(({ index }) => ['spec', 'volumes', index, 'hostPath']),
        }
      },
    },
  ],
}
