import 'server-only'
import type { ExamTaskView } from '#engine/grade/exam/exam-view.ts'
import { act } from '../attempts/act.ts'
import type { Answer } from '../attempts/answer.ts'
import { moveHead } from '../attempts/move-head.ts'
import { stopCommands } from '../attempts/stop-commands.ts'
import { noExam, noTask, untroubled } from './exam-act.ts'
import { storedExam } from './stored-exam.ts'
import { taskViewOf } from './view-exam.ts'

export interface ResetTaskInput {
  readonly exam: string
  readonly task: number
  /** As in `ActInput`. */
  readonly after: number
  readonly tab?: string
}

/** Puts one task back to its start. It is a step like any other; there is no undo in an exam. */
export async function resetTask(
  learner: string,
  { exam: id, task: number, ...input }: ResetTaskInput,
): Promise<Answer<{ readonly task: ExamTaskView }>> {
  return untroubled(id, async () => {
    const exam = await storedExam(learner, id)
    if (exam === undefined) return noExam
    const task = exam.tasks.find(it => it.number === number)
    if (task === undefined) return noTask
    const sent = { ...input, attempt: task.attempt }
    return act(
      learner,
      sent,
      async attempt => {
        const refusal = await moveHead(attempt, sent, 'reset', ({ path }) =>
          path.length > 0 ? undefined : 'The task is at its start.',
        )
        return refusal ?? { ok: true, task: await taskViewOf(attempt, number) }
      },
      stopCommands,
    )
  })
}
