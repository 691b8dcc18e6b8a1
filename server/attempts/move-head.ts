import 'server-only'
import type { AttemptView } from '#engine/grade/attempt-view.ts'
import { nextTime, practise, tabOf } from './act.ts'
import type { ActInput, Answer } from './answer.ts'
import { appendStep } from './append-step.ts'
import type { History } from './history.ts'
import type { LiveAttempt } from './live-attempt.ts'
import { type Refusal, refused } from './refusals.ts'
import { stopCommands } from './stop-commands.ts'
import { viewOf } from './view.ts'

type Moved = Answer<{ readonly view: AttemptView }>

/** Takes back the newest world change that is in force (a command, an edit or a reset). */
export async function undo(learner: string, input: ActInput): Promise<Moved> {
  return move(learner, input, 'undo', ({ head }) => (head.canUndo ? undefined : 'There is nothing to undo.'))
}

/** Brings back what the newest undo took away. */
export async function redo(learner: string, input: ActInput): Promise<Moved> {
  return move(learner, input, 'redo', ({ head }) => (head.canRedo ? undefined : 'There is nothing to redo.'))
}

/** Puts the lab back to its start; undo brings the steps back. */
export async function reset(learner: string, input: ActInput): Promise<Moved> {
  return move(learner, input, 'reset', ({ path }) => (path.length > 0 ? undefined : 'The lab is at its start.'))
}

/** Running commands are stopped first, so that the head does not move away under them. */
function move(learner: string, input: ActInput, kind: Kind, whyNot: WhyNot): Promise<Moved> {
  return practise(
    learner,
    input,
    async attempt => (await moveHead(attempt, input, kind, whyNot)) ?? { ok: true, view: await viewOf(attempt) },
    stopCommands,
  )
}

type Kind = 'undo' | 'redo' | 'reset'
type WhyNot = (history: History) => string | undefined

/** Stores the step in the attempt's turn, or answers why not. */
export async function moveHead(
  attempt: LiveAttempt,
  input: Pick<ActInput, 'tab'>,
  kind: Kind,
  whyNot: WhyNot,
): Promise<Refusal | undefined> {
  if (attempt.running.size > 0) return refused('unavailable', 'A command is still running. Stop it with Ctrl+C first.')
  const why = whyNot(attempt.history)
  if (why !== undefined) return refused('not-due', why)
  await appendStep(attempt, { kind, at: nextTime(attempt), ...tabOf(input) })
  return undefined
}
