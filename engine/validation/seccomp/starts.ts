import { letsPass } from './action.ts'
import type { CompiledSeccomp } from './decide.ts'
import { errnoGoWords, errnoWords } from './errno.ts'
import { DEAD, type Ending, type Need, needsOf } from './start-needs.ts'

/**
 * `missing` is the first system call that stops it. `message` is what runc, or the C library of the image, says then, where
 * something is said; `exitCode` what the container ends with, where it was recorded.
 */
export type Start =
  | { readonly starts: true }
  | { readonly starts: false; readonly missing?: string; readonly message?: string; readonly exitCode?: number }
  | { readonly undecided: string }

export interface StartOptions {
  /** Kubernetes sets it for `allowPrivilegeEscalation: false`. Then runc installs the filter last, and needs less of it. */
  readonly noNewPrivileges: boolean
}

/**
 * Whether runc 1.1.15 can start a container (`sh -c` of a static busybox on x86_64) under this filter. What it needs was recorded
 * call by call from the real thing; images with more in them need more.
 */
export function containerStarts(compiled: CompiledSeccomp, { noNewPrivileges }: StartOptions): Start {
  if (compiled.refusal !== undefined) return { starts: false, message: compiled.refusal }
  if (compiled.arch !== 'x86_64') return { undecided: `What a start needs was not recorded on ${compiled.arch}.` }
  let open: string | undefined
  for (const need of needsOf(noNewPrivileges)) {
    const outcome = outcomeOf(compiled, need)
    if (outcome === 'open') open ??= need.syscall
    else if (outcome !== 'passes') return outcome
  }
  if (open === undefined) return { starts: true }
  return { undecided: `The recordings do not tell whether a container starts when \`${open}\` is refused as here.` }
}

function outcomeOf(compiled: CompiledSeccomp, need: Need): 'passes' | 'open' | Extract<Start, { starts: false }> {
  const decisions = compiled.outcomes(need.syscall).flatMap(it => ('action' in it ? [it] : []))
  const refusing = decisions.filter(it => !letsPass(it.action))
  const [decision] = refusing
  if (decision === undefined) return 'passes'
  const { syscall } = need
  // Refused for some arguments only, or answered as if it had worked: no recording tells.
  const certain = refusing.length === decisions.length && !(decision.action === 'ERRNO' && decision.errno === 0)
  // TRACE without a tracer and NOTIFY without a listener answer ENOSYS.
  const errno = decision.action === 'ERRNO' ? (decision.errno ?? 1) : 38
  if (decision.action === 'ERRNO' || decision.action === 'TRACE' || decision.action === 'NOTIFY') {
    if (need.refused === 'works') return 'passes'
    if (!certain || need.refused === 'unknown') return 'open'
    return { starts: false, missing: syscall, ...told(need.refused, errno, canTell(compiled, need)) }
  }
  if (need.killed === 'works') return 'passes'
  if (!certain || need.killed === 'unknown') return 'open'
  // A thread that is killed leaves the others of runc waiting for ever, without a word.
  if (decision.action === 'KILL_THREAD' && need.killed.exitCode === undefined)
    return { starts: false, missing: syscall }
  return { starts: false, missing: syscall, ...need.killed }
}

/** Inside the container runc tells its parent by `write` what went wrong. */
function canTell(compiled: CompiledSeccomp, { syscall }: Need): boolean {
  return syscall === 'write' || compiled.outcomes('write').some(it => 'action' in it && letsPass(it.action))
}

function told({ message, exitCode }: Ending, errno: number, canTell: boolean): Ending {
  if (message === undefined) return { ...(exitCode !== undefined && { exitCode }) }
  if (!canTell) return DEAD
  const words = message.replace('{errno}', errnoGoWords(errno)).replace('{Errno}', errnoWords(errno))
  return { message: words, ...(exitCode !== undefined && { exitCode }) }
}
