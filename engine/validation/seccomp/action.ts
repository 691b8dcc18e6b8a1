import type { Action } from './profile.ts'

/** An action with its data, as libseccomp compares them: ERRNO 1 and ERRNO 13 are two different actions. */
export interface Verdict {
  readonly action: Action
  readonly errno?: number
}

const actions: Readonly<Record<string, Action>> = {
  SCMP_ACT_KILL: 'KILL_THREAD',
  SCMP_ACT_KILL_THREAD: 'KILL_THREAD',
  SCMP_ACT_KILL_PROCESS: 'KILL_PROCESS',
  SCMP_ACT_TRAP: 'TRAP',
  SCMP_ACT_ERRNO: 'ERRNO',
  SCMP_ACT_TRACE: 'TRACE',
  SCMP_ACT_ALLOW: 'ALLOW',
  SCMP_ACT_LOG: 'LOG',
  SCMP_ACT_NOTIFY: 'NOTIFY',
}

/** The names that runc knows, for suggestions. */
export const actionNames: readonly string[] = Object.keys(actions)

/** Case-sensitive, with the full prefix, as runc reads it. */
export function actionOf(text: string): Action | undefined {
  return Object.hasOwn(actions, text) ? actions[text] : undefined
}

/** EPERM when nothing is said; 16 bits are kept. Other actions than ERRNO and TRACE ignore the number. */
export function verdictOf(action: Action, errnoRet: bigint | undefined): Verdict {
  if (action !== 'ERRNO' && action !== 'TRACE') return { action }
  return { action, errno: Number((errnoRet ?? 1n) & 0xffffn) }
}

export function sameVerdict(a: Verdict, b: Verdict): boolean {
  return a.action === b.action && a.errno === b.errno
}

/** The kernel knows no error number from 4095 on, and libseccomp refuses them. */
export function isRefusedErrno(verdict: Verdict): boolean {
  return verdict.action === 'ERRNO' && (verdict.errno ?? 0) >= 4095
}

/** Whether the call is made: LOG writes a line and lets it pass. */
export function letsPass(action: Action): boolean {
  return action === 'ALLOW' || action === 'LOG'
}
