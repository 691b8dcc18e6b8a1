import 'server-only'
import type { FileView, ListedFile } from '#sessions/protocol.ts'
import { house } from '../house.ts'
import { look } from './act.ts'
import type { Answer } from './answer.ts'
import { headState } from './attempt-state.ts'
import { pathRefusal } from './file-path.ts'

export interface FileInput {
  readonly attempt: string
  readonly host: string
  /** Absolute and normalised. */
  readonly path: string
}

/** A file as it is now, also while a command runs. `file.text: null` says there is none. */
export async function readFile(learner: string, input: FileInput): Promise<Answer<{ readonly file: FileView }>> {
  const { host, path } = input
  return (
    pathRefusal(path) ??
    look(learner, input.attempt, async attempt => ({
      ok: true,
      file: await house().sessions.read(attempt.origin, await headState(attempt), host, path),
    }))
  )
}

/** The names in a directory of a host; empty when it is none. */
export async function listFiles(
  learner: string,
  input: FileInput,
): Promise<Answer<{ readonly files: readonly ListedFile[] }>> {
  const { host, path } = input
  return (
    pathRefusal(path) ??
    look(learner, input.attempt, async attempt => ({
      ok: true,
      files: await house().sessions.list(attempt.origin, await headState(attempt), host, path),
    }))
  )
}
