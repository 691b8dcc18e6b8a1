import type { Finding } from '../../yaml/finding.ts'
import type { Range } from '../../yaml/range.ts'
import type { Action, Arch, SeccompProfile } from './profile.ts'

/** A system call as asked: its name, the table it is made through (default: the machine's own), its arguments as unsigned 64-bit numbers. */
export interface SeccompCall {
  readonly syscall: string
  readonly arch?: string
  readonly args?: readonly bigint[]
}

/**
 * What decided. `rule` counts the entries of `syscalls` from 0. `enosys-stub`: runc answers ENOSYS for numbers above every name
 * of the profile. `bad-arch`: the call came through a table that the filter does not know.
 */
export type DecidedBy =
  | { readonly kind: 'rule'; readonly rule: number; readonly range?: Range }
  | { readonly kind: 'default'; readonly range?: Range }
  | { readonly kind: 'enosys-stub' }
  | { readonly kind: 'bad-arch' }
  | { readonly kind: 'unconfined' }

/** `errno` stands for ERRNO, and for TRACE as the data that the tracer gets. */
export type SeccompDecision =
  | { readonly action: Action; readonly errno?: number; readonly by: DecidedBy }
  | { readonly undecided: string }

export interface CompiledSeccomp {
  /** What the runtime refuses when it installs the filter, and rules that never decide. */
  readonly findings: readonly Finding[]
  /** Runc's words when it refuses the profile, in reading or in installing. Then every decision is undecided. */
  readonly refusal?: string
  readonly arch: Arch
  decide(call: SeccompCall): SeccompDecision
  /** The same by number: x32 numbers carry 0x40000000. */
  decideNumber(arch: Arch, number: number, args?: readonly bigint[]): SeccompDecision
}

export interface CompileOptions {
  /** The machine's own table. */
  readonly arch?: Arch
  readonly runtime?: 'runc' | 'crun'
}

/** Compiles once; decides many times. Never throws. */
export function compileSeccompProfile(_profile: SeccompProfile, options: CompileOptions = {}): CompiledSeccomp {
  const undecided = { undecided: 'The filter is not built yet.' }
  return { findings: [], arch: options.arch ?? 'x86_64', decide: () => undecided, decideNumber: () => undecided }
}
