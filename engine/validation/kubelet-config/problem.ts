import type { Path } from '../../yaml/range.ts'
import type { KubeletCode } from './finding-codes.ts'

/** One thing that the kubelet's validation finds wrong; the words are its own. */
export interface Problem {
  readonly code: KubeletCode
  readonly path: Path
  readonly message: string
}

/** A problem with a field at the top. */
export function problem(code: KubeletCode, field: string, words: string): Problem {
  return { code, path: [field], message: `invalid configuration: ${words}` }
}
