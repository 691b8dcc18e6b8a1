import 'server-only'
import type { AttemptView } from '#engine/grade/attempt-view.ts'
import type { Answer } from './answer.ts'

/** Resumes the learner's newest attempt at a lab, or begins the first. null: no such lab. */
export async function openAttempt(_learner: string, _labId: string): Promise<AttemptView | null> {
  throw new Error('not built yet')
}

/** A new attempt at a lab, with its next variant; earlier ones stay as they are. */
export async function startAgain(_learner: string, _labId: string): Promise<Answer<{ readonly view: AttemptView }>> {
  throw new Error('not built yet')
}

/** null: no such attempt, or somebody else's. */
export async function viewAttempt(_learner: string, _attemptId: string): Promise<AttemptView | null> {
  throw new Error('not built yet')
}
