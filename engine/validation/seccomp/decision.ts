import type { Range } from '../../yaml/range.ts'
import type { Action } from './profile.ts'

/** A system call as asked. Missing arguments are 0. */
export interface SeccompCall {
  readonly syscall: string
  /** The table it is made through; by default the machine's own. */
  readonly arch?: string
  /** Unsigned 64-bit numbers. */
  readonly args?: readonly bigint[]
}

/**
 * What decided. `rule` counts the entries of `syscalls` from 0. `enosys-stub`: runc answers ENOSYS for numbers above every name
 * of the profile. `bad-arch`: the call came through a table that the filter does not know. `unconfined`: seccomp is off.
 */
export type DecidedBy =
  | { readonly kind: 'rule'; readonly rule: number; readonly range?: Range }
  | { readonly kind: 'default'; readonly range?: Range }
  | { readonly kind: 'enosys-stub' }
  | { readonly kind: 'bad-arch' }
  | { readonly kind: 'unconfined' }

/** `errno` goes with ERRNO, and with TRACE as the data that the tracer gets. */
export interface SeccompVerdict {
  readonly action: Action
  readonly errno?: number
  readonly by: DecidedBy
}

export type SeccompDecision = SeccompVerdict | { readonly undecided: string }
