import 'server-only'
import type { AttemptView } from '#engine/grade/attempt-view.ts'
import type { ActInput, Answer } from './answer.ts'

type Moved = Answer<{ readonly view: AttemptView }>

/** Takes back the newest world change that is in force (a command, an edit or a reset). */
export async function undo(_learner: string, _input: ActInput): Promise<Moved> {
  throw new Error('not built yet')
}

/** Brings back what the newest undo took away. */
export async function redo(_learner: string, _input: ActInput): Promise<Moved> {
  throw new Error('not built yet')
}

/** Puts the lab back to its start; undo brings the steps back. */
export async function reset(_learner: string, _input: ActInput): Promise<Moved> {
  throw new Error('not built yet')
}
