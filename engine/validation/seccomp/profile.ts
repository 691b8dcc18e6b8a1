import type { Range } from '../../yaml/range.ts'

/** The tables of system calls that are known here. x32 has its own numbers, without the bit 0x40000000. */
export type Arch = 'x86_64' | 'x86' | 'x32' | 'aarch64' | 'arm'

/** What the kernel does with a call. `SCMP_ACT_KILL` is `KILL_THREAD`. */
export type Action = 'ALLOW' | 'ERRNO' | 'KILL_THREAD' | 'KILL_PROCESS' | 'TRAP' | 'LOG' | 'TRACE' | 'NOTIFY'

/** One comparison of an argument, as written: `op` is checked by the reader, not by its type. */
export interface SeccompArg {
  readonly index: bigint
  readonly value: bigint
  readonly valueTwo: bigint
  readonly op: string
  readonly range?: Range
}

/** One entry of `syscalls`, as written. */
export interface SeccompEntry {
  readonly names: readonly string[]
  readonly action: string
  readonly errnoRet?: bigint
  readonly args: readonly SeccompArg[]
  readonly range?: Range
  /** Beside `names`: where each name stands. */
  readonly nameRanges?: readonly Range[]
}

/**
 * A profile in the OCI dialect, which is what containerd reads below the kubelet's seccomp root.
 * `defaultAction: ''` without entries means that seccomp is off.
 */
export interface SeccompProfile {
  readonly defaultAction: string
  readonly defaultErrnoRet?: bigint
  readonly architectures: readonly string[]
  readonly flags: readonly string[]
  readonly listenerPath: string
  readonly syscalls: readonly SeccompEntry[]
  /** Where `defaultAction` stands: key and value. */
  readonly defaultActionRange?: Range
  /** The words with which containerd or runc refuses the file before a process exists. Then no container runs under it. */
  readonly refusal?: string
  /** Where the list of `flags` stands. */
  readonly flagsRange?: Range
  /** Beside `architectures`: where each one stands. */
  readonly architectureRanges?: readonly Range[]
}
