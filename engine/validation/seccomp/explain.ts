import { lineColumn } from '../../yaml/place.ts'
import type { SeccompCall, SeccompDecision, SeccompVerdict } from './decision.ts'
import { errnoName } from './errno.ts'
import type { SeccompProfile } from './profile.ts'

/**
 * A decision in plain sentences: what happens to the call, and what decides.
 * `text` is the profile's source; with it the lines are named.
 */
export function explainSeccomp(
  profile: SeccompProfile,
  { syscall }: SeccompCall,
  decision: SeccompDecision,
  text?: string,
): string {
  if (!('action' in decision)) return decision.undecided
  const { by } = decision
  const line = (range: { readonly start: number } | undefined) =>
    text !== undefined && range !== undefined ? ` (line ${lineColumn(text, range.start).line})` : ''
  const happens = `\`${syscall}\` ${fateOf(decision)}.`
  switch (by.kind) {
    case 'rule':
      return `${happens} Rule ${by.rule + 1}${line(by.range)} decides.`
    case 'default': {
      const naming = profile.syscalls.findIndex(entry => entry.names.includes(syscall))
      const why =
        naming < 0
          ? 'no rule names it'
          : profile.syscalls[naming]?.args.length === 0
            ? `rule ${naming + 1} names it with the default action`
            : 'no rule that names it fits its arguments'
      return `${happens} \`defaultAction\`${line(by.range)} decides: ${why}.`
    }
    case 'enosys-stub':
      return `${happens} No rule decides: its number is above every system call that the profile names, and runc answers such calls before the profile is asked.`
    case 'bad-arch':
      return `${happens} No rule decides: it came through an architecture that the profile does not list.`
    case 'unconfined':
      return `${happens} Seccomp is off: the profile has no default action.`
  }
}

/** What an action does to a call: `is allowed`, `is refused with EPERM`. To be put after the call's name. */
export function fateOf({ action, errno = 1 }: Pick<SeccompVerdict, 'action' | 'errno'>): string {
  switch (action) {
    case 'ALLOW':
      return 'is allowed'
    case 'LOG':
      return 'is allowed and written to the audit log'
    case 'ERRNO':
      return errno === 0 ? 'is not made, and reports success' : `is refused with ${errnoName(errno)}`
    case 'KILL_PROCESS':
      return 'kills the process'
    case 'KILL_THREAD':
      return 'kills the thread'
    case 'TRAP':
      return 'is refused with the signal SIGSYS'
    case 'TRACE':
      return 'is handed to a tracer, and refused with ENOSYS when there is none'
    case 'NOTIFY':
      return 'waits for the answer of a listener, and is refused with ENOSYS when there is none'
  }
}
