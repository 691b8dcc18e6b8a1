import type { Range } from '../../yaml/range.ts'

/** Where a rule stands. `range` is in the text that was handed in: for a rule of an included file it is the `include`. */
export interface Place {
  readonly file: string
  /** Counted from 1, in `file`. */
  readonly line: number
  readonly range: Range
  /** `file` is another than the text that was handed in. */
  readonly isIncluded?: true
}

/** What stands before a rule. A plain `deny` keeps silent, `audit deny` is logged. */
export interface Prefix {
  readonly priority: number
  readonly audit: boolean
  readonly mode: 'allow' | 'deny' | 'prompt'
  /** `owner`: only for who owns the file. `other`: only for everybody else. */
  readonly owner?: 'owner' | 'other'
}

interface Stated extends Prefix {
  readonly place: Place
  /** The rule as written, without its comma. */
  readonly text: string
}

/** How the new program is confined. `unsafe`: the environment is kept as it is. */
export interface ExecMode {
  /** `ix`, `px`, `cx`, `ux`; with a second one that is taken when there is no such profile. Undefined in a deny rule. */
  readonly to?: 'inherit' | 'profile' | 'child' | 'unconfined'
  readonly otherwise?: 'inherit' | 'unconfined'
  readonly unsafe: boolean
  /** `px -> name`. */
  readonly target?: string
}

export interface FileRule extends Stated {
  readonly kind: 'file'
  /** A glob, variables filled in. */
  readonly path: string
  /** Bits of `permissions.ts`. */
  readonly permissions: number
  readonly exec?: ExecMode
  /** What the target of a link must match. */
  readonly link?: { readonly target?: string; readonly subset: boolean }
}

export interface CapabilityRule extends Stated {
  readonly kind: 'capability'
  /** None: every capability. */
  readonly names: readonly string[]
}

export interface NetworkRule extends Stated {
  readonly kind: 'network'
  /** What it is about, as numbers of the kernel; none: everything. A missing protocol: every one. */
  readonly sockets:
    | readonly { readonly family: number; readonly type: number; readonly protocol?: number }[]
    | undefined
  /** `create`, `connect`, …; none: all. */
  readonly accesses: readonly string[]
  /** It names addresses or ports, which the kernel here does not mediate. */
  readonly conditional: boolean
}

export interface UnixRule extends Stated {
  readonly kind: 'unix'
  readonly accesses: readonly string[]
  /** Number of the kernel; none: every type. */
  readonly type?: number
  /** Globs. An address begins with `@`; `none` and `auto` are sockets without one. */
  readonly address?: string
  readonly peerAddress?: string
  readonly peer?: string
}

export interface SignalRule extends Stated {
  readonly kind: 'signal'
  readonly accesses: readonly ('send' | 'receive')[]
  /** Numbers; 0 asks whether the process exists. None: every signal. */
  readonly signals: readonly number[]
  /** A glob. */
  readonly peer?: string
}

export interface PtraceRule extends Stated {
  readonly kind: 'ptrace'
  readonly accesses: readonly ('trace' | 'read' | 'tracedby' | 'readby')[]
  readonly peer?: string
}

export interface MountRule extends Stated {
  readonly kind: 'mount' | 'remount' | 'umount' | 'pivot_root'
  readonly filesystems: readonly string[]
  /** `options=(…)`: exactly these, one of the lists. Undefined: not said. */
  readonly exactly?: readonly number[]
  /** `options in (…)`: none but these. */
  readonly among?: readonly number[]
  readonly source?: string
  readonly mountPoint?: string
}

export interface ChangeProfileRule extends Stated {
  readonly kind: 'change_profile'
  /** A glob of labels. */
  readonly target: string
  readonly exec?: string
  readonly unsafe: boolean
}

export interface RlimitRule extends Stated {
  readonly kind: 'rlimit'
  readonly name: string
  /** Undefined: infinity. */
  readonly limit?: number
}

/** What only some kernels ask about. */
export interface NewerRule extends Stated {
  readonly kind: 'dbus' | 'mqueue' | 'userns' | 'io_uring'
  /** None: all but what has to be named. */
  readonly accesses: readonly string[]
  /** Condition → glob: `bus`, `path`, `peer name`, `label`, … */
  readonly conditions: Readonly<Record<string, string>>
}

/** `all,` stands beside the rules that it is short for. */
export interface AllRule extends Stated {
  readonly kind: 'all'
}

export type Rule =
  | FileRule
  | CapabilityRule
  | NetworkRule
  | UnixRule
  | SignalRule
  | PtraceRule
  | MountRule
  | ChangeProfileRule
  | RlimitRule
  | NewerRule
  | AllRule

export type ProfileMode = 'enforce' | 'complain' | 'kill' | 'unconfined' | 'prompt' | 'default_allow'

export interface Profile {
  /** As the kernel names it: `web`, `web//worker` for a child or a hat of `web`. */
  readonly label: string
  readonly namespace?: string
  /** The glob of the programs that it is meant for; none: only by name. */
  readonly attachment?: string
  readonly mode: ProfileMode
  /** Everything is logged. */
  readonly audit: boolean
  readonly flags: readonly string[]
  readonly kind: 'profile' | 'hat' | 'child'
  readonly rules: readonly Rule[]
  readonly children: readonly Profile[]
  readonly place: Place
  /** Paths of the files that it includes and whose text is not at hand. */
  readonly unheld: readonly string[]
}

/** What the parser made of a file, in the order of the text. */
export interface Policy {
  readonly profiles: readonly Profile[]
}
