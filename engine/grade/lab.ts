import type { Happenings } from '../cluster/events/happening.ts'
import type { FileNode } from '../cluster/file-tree.ts'
import type { CheckTitle } from './report.ts'

export type Difficulty = 'direct' | 'careful' | 'hard'

/** One kind of check with its expectation, as `lab.yaml` has it after parsing: `kind` names a file in `kinds/`. */
export interface Check extends CheckTitle {
  readonly kind: string
  readonly expectation: unknown
  /** Overrides the sentence for a miss. */
  readonly say?: string
}

/** An attempt that ships with a lab. `expected` is empty for `pass/`, else the ids of the checks it must fail. */
export interface WrittenAttempt {
  readonly file: string
  readonly script: string
  readonly expected: readonly string[]
}

/** A lab with one variant filled in. Everything but title, summary and task is secret until due. */
export interface Lab {
  /** `pack/slug` */
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly domain: string
  readonly competency: string
  readonly difficulty: Difficulty
  readonly minutes: number
  readonly cluster: string
  readonly host: string
  readonly checks: readonly Check[]
  /** Markdown. */
  readonly task: string
  /** Check id → its hints in order, Markdown. */
  readonly hints: ReadonlyMap<string, readonly string[]>
  /** Markdown. */
  readonly explain: string
  /** Host → path → file, laid over the base world. */
  readonly start: ReadonlyMap<string, ReadonlyMap<string, FileNode>>
  /** What happens on hosts while time passes; nothing when it is left out. */
  readonly happenings?: Happenings
  /** File below `probes/` → text. */
  readonly probes: ReadonlyMap<string, string>
  readonly attempts: readonly WrittenAttempt[]
  /** Shown after success or on giving up: `pass/solution.sh`. */
  readonly solution: string
}
