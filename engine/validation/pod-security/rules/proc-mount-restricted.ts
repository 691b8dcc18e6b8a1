import type { Rule } from '../rule.ts'
import { checkProcMount } from './proc-mount.ts'

/** Restricted: as in Baseline, but a Pod with users of its own gets no other /proc either. */
export const procMountRestricted: Rule = {
  id: 'procMount_restricted',
  level: 'restricted',
  revisions: [{ since: 35, replaces: 'procMount', check: checkProcMount }],
}
