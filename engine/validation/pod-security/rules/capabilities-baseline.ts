import { addedBeyond, addsBeyond } from '../capabilities.ts'
import { containersThat } from '../offenders.ts'
import type { Rule } from '../rule.ts'

const allowed: ReadonlySet<string> = new Set([
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP'],
  ...['SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
])

/** Baseline: no capability is added beyond those that containers have anyway, without NET_RAW. */
export const capabilitiesBaseline: Rule = {
  id: 'capabilities_baseline',
  level: 'baseline',
  revisions: [
    {
      since: 0,
      check(pod, containers) {
        const found = containersThat(containers, container => addsBeyond(allowed, container))
        if (found.length === 0) return undefined
        return { reason: 'non-default capabilities', ...addedBeyond(allowed, found, pod, containers) }
      },
    },
  ],
}
