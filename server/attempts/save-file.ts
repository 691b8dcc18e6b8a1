import 'server-only'
import type { AttemptHead } from '#engine/grade/attempt-view.ts'
import type { ActInput, Answer } from './answer.ts'

export interface SaveFileInput extends ActInput {
  readonly host: string
  /** Absolute and normalised. */
  readonly path: string
  /** The whole file, at most 1 MiB. */
  readonly text: string
}

/** Stores a whole file as a step. Owner and mode of an existing file stay; a new one is root's, 0644. */
export async function saveFile(
  _learner: string,
  _input: SaveFileInput,
): Promise<Answer<{ readonly head: AttemptHead }>> {
  throw new Error('not built yet')
}
