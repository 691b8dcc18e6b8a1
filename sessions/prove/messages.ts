import type { LabFiles } from '#engine/grade/lab-source.ts'
import type { Tried } from './trial.ts'

/** One trial for a thread, which does one at a time. The files travel only when the thread does not have them yet. */
export interface TrialJob {
  readonly labId: string
  readonly filesHash: string
  readonly files?: LabFiles
  readonly variant: number
  readonly script: string
}

export type FromTrialThread =
  | { readonly kind: 'ready' }
  /** A command line begins. */
  | { readonly kind: 'line' }
  | { readonly kind: 'tried'; readonly tried: Tried }
  | { readonly kind: 'failed'; readonly message: string }
