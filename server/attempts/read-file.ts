import 'server-only'
import type { FileView, ListedFile } from '#sessions/protocol.ts'
import type { Answer } from './answer.ts'

export interface FileInput {
  readonly attempt: string
  readonly host: string
  /** Absolute and normalised. */
  readonly path: string
}

/** A file as it is now, also while a command runs. `file.text: null` says there is none. */
export async function readFile(_learner: string, _input: FileInput): Promise<Answer<{ readonly file: FileView }>> {
  throw new Error('not built yet')
}

/** The names in a directory of a host; empty when it is none. */
export async function listFiles(
  _learner: string,
  _input: FileInput,
): Promise<Answer<{ readonly files: readonly ListedFile[] }>> {
  throw new Error('not built yet')
}
